import { App, Select } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Uploaded } from '../../api/files.js';
import { useDo } from '../../api/hooks.js';
import { registerDocument } from '../../api/operations.js';
import { papers } from '../../texts/portal.js';
import { Uploader } from '../cases/uploader.js';

interface Props {
  caseId: string;
  /** Of the item whose needs are shown; without it one of `items` may be named. */
  itemCode?: string;
  items?: { itemCode: string; name: string }[];
}

/** Papers that nobody has asked for by name. */
export function PaperUpload({ caseId, itemCode, items }: Props): ReactNode {
  const [chosen, setChosen] = useState(itemCode);
  const register = useDo(registerDocument);
  const { message } = App.useApp();
  const keep = async (file: Uploaded) => {
    const input = { caseId, ...file, kind: 'material' as const, ...(chosen ? { itemCode: chosen } : {}) };
    await register.mutateAsync({ input });
    void message.success(papers.uploaded);
  };
  return (
    <div className="paper-upload">
      <p className="soft">{papers.otherHint}</p>
      {items && (
        <Select
          aria-label={papers.item}
          placeholder={papers.item}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={items.map(({ itemCode: value, name: label }) => ({ value, label }))}
          onChange={(code: string | undefined) => setChosen(code)}
        />
      )}
      <Uploader onSent={keep} />
    </div>
  );
}
