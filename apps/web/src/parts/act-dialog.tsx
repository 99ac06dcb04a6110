import { Button, Modal } from 'antd';
import type { ButtonProps } from 'antd';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';

interface Props {
  /** The word on the button. */
  label: string;
  title?: string;
  kind?: Pick<ButtonProps, 'type' | 'danger' | 'size'>;
  wide?: boolean;
  children: (close: () => void) => ReactNode;
}

/** A button and the dialog behind it. What was typed stays until the act is done, also when the dialog was closed between. */
export function ActDialog({ label, title = label, kind, wide, children }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const focusFirst = () =>
    place.current?.querySelector<HTMLElement>('input:not([type=file]), textarea, button')?.focus();
  const done = () => {
    setOpen(false);
    setRound((before) => before + 1);
  };
  return (
    <>
      <Button {...kind} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={title}
        footer={null}
        width={wide ? 760 : 520}
        onCancel={() => setOpen(false)}
        afterOpenChange={(opened) => opened && focusFirst()}
      >
        <div key={round} ref={place}>
          {children(done)}
        </div>
      </Modal>
    </>
  );
}
