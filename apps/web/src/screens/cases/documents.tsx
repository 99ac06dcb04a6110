import { App, Select, Typography } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Uploaded } from '../../api/files.js';
import { useAsk, useDo } from '../../api/hooks.js';
import { listDocuments, registerDocument } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { instant } from '../../parts/dates.js';
import { fileSize } from '../../parts/file-size.js';
import { Section } from '../../parts/section.js';
import { documentKinds, papers } from '../../texts/case-papers.js';
import { shell } from '../../texts/shell.js';
import { optionsOf } from '../../texts/words.js';
import { allows } from './allows.js';
import type { CaseTab } from './case-page.js';
import { withVersions } from './document-versions.js';
import type { VersionedDocument } from './document-versions.js';
import { DownloadLink } from './download-link.js';
import { Uploader } from './uploader.js';

type Kind = keyof typeof documentKinds;

/** Files with who registered them, when, how large, and the hash of their content. */
export function Documents({ of }: CaseTab): ReactNode {
  const [kind, setKind] = useState<Kind | undefined>();
  const found = useAsk(listDocuments, { caseId: of.id, ...(kind ? { kind } : {}) });
  return (
    <Section
      title={papers.documents}
      actions={
        <Select<Kind>
          aria-label={papers.allKinds}
          placeholder={papers.allKinds}
          allowClear
          style={{ minWidth: 130 }}
          options={optionsOf(documentKinds)}
          onChange={setKind}
        />
      }
    >
      {allows(of, 'projects.register-document') && <Register of={of} />}
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{papers.noDocuments}</p>
          ) : (
            <Table rows={withVersions(items)} of={of} />
          )
        }
      </Answer>
    </Section>
  );
}

function Register({ of }: CaseTab): ReactNode {
  const [kind, setKind] = useState<Kind>('material');
  const [itemCode, setItemCode] = useState<string | undefined>();
  const register = useDo(registerDocument);
  const { message } = App.useApp();
  const keep = async (file: Uploaded) => {
    await register.mutateAsync({ input: { caseId: of.id, ...file, kind, ...(itemCode ? { itemCode } : {}) } });
    void message.success(papers.registered(file.name));
  };
  const needed = of.items.filter(({ need }) => need === 'needed');
  return (
    <div className="register">
      <Select<Kind>
        aria-label={papers.kind}
        value={kind}
        style={{ minWidth: 130 }}
        options={optionsOf(documentKinds)}
        onChange={setKind}
      />
      <Select
        aria-label={papers.item}
        placeholder={papers.wholeCase}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 180, maxWidth: 280 }}
        options={needed.map((item) => ({ value: item.itemCode, label: `${item.itemCode} ${item.name}` }))}
        onChange={(code: string | undefined) => setItemCode(code)}
      />
      <Uploader onSent={keep} />
    </div>
  );
}

function Table({ rows, of }: CaseTab & { rows: VersionedDocument[] }): ReactNode {
  return (
    <div className="frame-x" tabIndex={0} role="region" aria-label={papers.directory}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{papers.file}</th>
            <th scope="col">{papers.kind}</th>
            <th scope="col">{papers.item}</th>
            <th scope="col">{papers.size}</th>
            <th scope="col">{papers.by}</th>
            <th scope="col" title={papers.hashWhat}>
              {papers.hash}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <DownloadLink of={row} />
                {row.versions > 1 && <span className="soft small">{papers.versionOf(row.version, row.versions)}</span>}
              </td>
              <td>{documentKinds[row.kind]}</td>
              <td>{of.items.find(({ itemCode }) => itemCode === row.itemCode)?.name ?? '—'}</td>
              <td className="number">{fileSize(row.size)}</td>
              <td>
                {row.registeredBy} <span className="soft small">{instant(row.registeredAt)}</span>
              </td>
              <td>
                <Typography.Text
                  code
                  copyable={{ text: row.sha256, tooltips: [shell.copy, shell.copied] }}
                  title={row.sha256}
                >
                  {row.sha256.slice(0, 8)}
                </Typography.Text>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
