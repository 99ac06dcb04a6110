import { Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { drawRoadmap as drawContract } from '#libs/contracts/approvals.js';
import { drawRoadmap } from '../../api/operations.js';
import { ActForm } from '../../parts/act-form.js';
import type { Field } from '../../parts/act-form.js';
import { DateField } from '../../parts/date-field.js';
import { day } from '../../parts/dates.js';
import { useToday } from '../../parts/now.js';
import { roadmapTexts as t } from '../../texts/roadmap.js';

interface Values {
  startOn: string;
  constructionMonths?: number | null;
  reason?: string;
}

interface Props {
  caseId: string;
  /** How many items the plan needs now. */
  needed: number;
  /** A frozen version is replaced only with a reason (R79). */
  needsReason: boolean;
  onDrawn: () => void;
}

/** A draft from the item plan as it is now; a second try replaces the first. */
export function DrawForm({ caseId, needed, needsReason, onDrawn }: Props): ReactNode {
  const today = useToday();
  const why: Field = {
    name: 'reason',
    label: t.reason,
    hint: t.reasonNeeded,
    required: true,
    control: <Input.TextArea rows={2} maxLength={500} />,
  };
  const fields: Field[] = [
    { name: 'startOn', label: t.startOn, required: true, day: true, control: <DateField /> },
    {
      name: 'constructionMonths',
      label: t.constructionMonths,
      hint: t.monthsOfProject,
      control: <InputNumber min={0} max={120} precision={0} />,
    },
    ...(needsReason ? [why] : []),
  ];
  return (
    <>
      <p className="soft">{t.drawHow(needed)}</p>
      <ActForm<typeof drawContract, Values>
        command={drawRoadmap}
        fields={fields}
        initial={{ startOn: today }}
        input={({ startOn, constructionMonths, reason }) => ({
          caseId,
          startOn,
          ...(typeof constructionMonths === 'number' ? { constructionMonths } : {}),
          ...(reason ? { reason } : {}),
        })}
        submit={t.draw}
        said={({ endOn, fullWorkdays }) => t.drawn(day(endOn), fullWorkdays)}
        onDone={onDrawn}
      />
    </>
  );
}
