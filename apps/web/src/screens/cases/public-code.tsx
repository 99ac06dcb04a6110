import { PrinterOutlined } from '@ant-design/icons';
import { Button, Typography } from 'antd';
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { cases } from '../../texts/cases.js';
import { shell } from '../../texts/shell.js';

/** The code of a public page, to show on the screen or to print for the wall of the site office. */
export function PublicCode({ path, name }: { path: string; name: string }): ReactNode {
  const address = `${location.origin}${path}`;
  const picture = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(address);
    code.make();
    return code.createDataURL(6, 12);
  }, [address]);
  return (
    <div className="public-code">
      <img src={picture} width={180} height={180} alt={cases.qr} />
      <div>
        <p className="print-only">
          <strong>{name}</strong>
        </p>
        <p>
          <span className="soft">{cases.publicLink}</span>
          <br />
          <Typography.Text copyable={{ text: address, tooltips: [shell.copy, shell.copied] }}>
            <a href={path} target="_blank" rel="noreferrer">
              {address}
            </a>
          </Typography.Text>
        </p>
        <Button icon={<PrinterOutlined />} onClick={() => print()}>
          {cases.printQr}
        </Button>
      </div>
    </div>
  );
}
