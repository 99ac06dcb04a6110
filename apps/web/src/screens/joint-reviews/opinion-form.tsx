import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { giveOpinion as contract } from '#libs/contracts/projects.js';
import type { RawInput } from '#libs/contracts/define.js';
import { giveOpinion } from '../../api/operations.js';
import { ActForm } from '../../parts/act-form.js';
import { opinionDefaults, opinions, reviews } from '../../texts/joint-reviews.js';
import { optionsOf } from '../../texts/words.js';

type Given = Pick<RawInput<typeof contract>, 'opinion' | 'text'>;
export interface AskedItem {
  caseId: string;
  reviewId: string;
  itemCode: string;
  itemName: string;
}

interface Props {
  of: AskedItem;
  before?: Given;
  onDone: () => void;
}

/** An opinion: “符合” needs no writing, Ctrl+Enter gives it. */
export function OpinionForm({ of: { itemName, ...asked }, before, onDone }: Props): ReactNode {
  return (
    <ActForm<typeof contract, Given>
      command={giveOpinion}
      submit={before ? reviews.change : reviews.give}
      initial={before ?? { opinion: 'meets', text: opinionDefaults.meets }}
      input={(given) => ({ ...asked, ...given })}
      said={() => reviews.given(itemName)}
      onDone={onDone}
      fields={[
        { name: 'opinion', label: reviews.opinion, control: <OpinionChoice />, required: true },
        {
          name: 'text',
          label: reviews.text,
          hint: reviews.textHint,
          control: <Input.TextArea rows={3} maxLength={1000} />,
          required: true,
        },
      ]}
    />
  );
}

interface Choice {
  id?: string;
  value?: Given['opinion'];
  onChange?: (value: Given['opinion']) => void;
}

/** Choosing “缺条件” or “不适用” empties the standing sentence: there it must be said what and why. */
function OpinionChoice({ id, value, onChange }: Choice): ReactNode {
  const form = Form.useFormInstance<Given>();
  return (
    <Radio.Group
      {...(id ? { id } : {})}
      value={value}
      options={optionsOf(opinions)}
      onChange={({ target }) => {
        const chosen = target.value as Given['opinion'];
        const text = form.getFieldValue('text') as string | undefined;
        if (!text || text === opinionDefaults.meets) form.setFieldValue('text', opinionDefaults[chosen]);
        onChange?.(chosen);
      }}
    />
  );
}
