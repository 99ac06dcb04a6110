import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Uploaded } from '../../api/files.js';
import { registerDocument } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { FileField } from '../../parts/file-field.js';
import { forms } from '../../texts/forms.js';
import { papers } from '../../texts/portal.js';

interface Props {
  caseId: string;
  /** Of the item whose needs are shown; without it one of `items` may be named. */
  itemCode?: string;
  items?: { itemCode: string; name: string }[];
}

interface Values {
  file: Uploaded;
  itemCode?: string;
}

/** A paper that nobody has asked for by name. */
export function PaperUpload({ caseId, itemCode, items }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{papers.other}</Button>
      <ActDialog
        title={papers.other}
        open={open}
        onClose={() => setOpen(false)}
        command={registerDocument}
        input={({ file, itemCode: chosen = itemCode }: Values) => ({
          caseId,
          ...file,
          kind: 'material' as const,
          ...(chosen ? { itemCode: chosen } : {}),
        })}
        done={papers.uploaded}
        ok={papers.hand}
      >
        <p className="soft">{papers.otherHint}</p>
        <Form.Item name="file" label={papers.file} rules={[{ required: true, message: forms.required }]}>
          <FileField />
        </Form.Item>
        {items && (
          <Form.Item name="itemCode" label={papers.item}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={items.map(({ itemCode: value, name: label }) => ({ value, label }))}
            />
          </Form.Item>
        )}
      </ActDialog>
    </>
  );
}
