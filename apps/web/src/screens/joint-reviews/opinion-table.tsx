import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { recordWrittenOpinion as Written } from '#libs/contracts/projects.js';
import type { RawInput } from '#libs/contracts/define.js';
import { recordWrittenOpinion } from '../../api/operations.js';
import { useMe } from '../../shell/me.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { dayOf } from '../../parts/dates.js';
import { FileField } from '../../parts/file-field.js';
import { FileLink } from '../../parts/file-link.js';
import { Mark } from '../../parts/marks.js';
import { opinions, reviews } from '../../texts/joint-reviews.js';
import { optionsOf } from '../../texts/words.js';
import type { CaseDetail } from '../cases/case-page.js';
import { OpinionForm } from './opinion-form.js';
import { mayOn } from './review.js';
import type { Review } from './review.js';

interface Props {
  of: CaseDetail;
  review: Review;
}

interface Line extends Props {
  itemCode: string;
  departmentCode: string;
  departmentName: string;
}

/** One line for each item and department that was asked: what it said, or that it has not. */
export function OpinionTable({ of, review }: Props): ReactNode {
  return (
    <div className="scroller" tabIndex={0} role="group" aria-label={reviews.opinion}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{reviews.department}</th>
            <th scope="col">{reviews.item}</th>
            <th scope="col">{reviews.opinion}</th>
            <th scope="col">{reviews.text}</th>
            <th scope="col">{review.closedOn ? reviews.conclusion : null}</th>
          </tr>
        </thead>
        <tbody>
          {review.invited.flatMap(({ departmentCode, departmentName, itemCodes }) =>
            itemCodes.map((itemCode) => (
              <OpinionLine
                key={`${departmentCode}${itemCode}`}
                {...{ of, review, itemCode, departmentCode, departmentName }}
              />
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

const TONES = { meets: 'jade', lacks: 'gold', not_applicable: 'ink' } as const;

function OpinionLine({ of, review, itemCode, departmentCode, departmentName }: Line): ReactNode {
  const given = review.opinions.find((one) => one.itemCode === itemCode && one.departmentCode === departmentCode);
  const item = of.items.find((one) => one.itemCode === itemCode);
  const conclusion = review.conclusions.find((one) => one.itemCode === itemCode);
  const line = { of, review, itemCode, departmentCode, departmentName };
  return (
    <tr>
      <td>{departmentName}</td>
      <td>
        {item?.name ?? itemCode} {given?.decides && <Mark tone="indigo">{reviews.decides}</Mark>}
      </td>
      <td>
        {given ? (
          <Mark tone={TONES[given.opinion]}>{opinions[given.opinion]}</Mark>
        ) : (
          <Mark tone="gold">{reviews.missing}</Mark>
        )}
      </td>
      <td className="opinion-text">
        {given?.text}
        {given && <div className="soft small">{reviews.byOn(given.givenBy, dayOf(given.givenAt))}</div>}
        {given?.fileId && <FileLink fileId={given.fileId} label={reviews.openScan} />}
      </td>
      <td>
        {conclusion && (conclusion.need === 'needed' ? reviews.needed : reviews.notNeeded)}
        {review.closedOn === null && <LineActs {...line} />}
      </td>
    </tr>
  );
}

/** The department's own opinion, or the written one of a department that did not come. */
function LineActs({ of, review, itemCode, departmentCode, departmentName }: Line): ReactNode {
  const me = useMe();
  const itemName = of.items.find((one) => one.itemCode === itemCode)?.name ?? itemCode;
  const given = review.opinions.find((one) => one.itemCode === itemCode && one.departmentCode === departmentCode);
  const asked = { caseId: of.id, reviewId: review.id, itemCode };
  const title = `${itemName} · ${departmentName}`;
  if (mayOn(of, 'give-opinion') && me.departmentCode === departmentCode) {
    const before = given && { before: { opinion: given.opinion, text: given.text } };
    return (
      <ActDialog label={given ? reviews.change : reviews.give} title={title} kind={{ size: 'small' }}>
        {(close) => <OpinionForm of={{ ...asked, itemName }} {...before} onDone={close} />}
      </ActDialog>
    );
  }
  if (given || !mayOn(of, 'record-written-opinion')) return null;
  return (
    <ActDialog label={reviews.written} title={title} kind={{ size: 'small' }}>
      {(close) => (
        <ActForm<typeof Written, Pick<RawInput<typeof Written>, 'opinion' | 'text' | 'fileId'>>
          command={recordWrittenOpinion}
          submit={reviews.written}
          initial={{ opinion: 'meets' }}
          input={(written) => ({ ...asked, departmentCode, ...written })}
          said={() => reviews.given(itemName)}
          onDone={close}
          fields={[
            {
              name: 'opinion',
              label: reviews.opinion,
              control: <Radio.Group options={optionsOf(opinions)} />,
              required: true,
            },
            {
              name: 'text',
              label: reviews.text,
              control: <Input.TextArea rows={3} maxLength={1000} />,
              required: true,
            },
            { name: 'fileId', label: reviews.scan, control: <FileField label={reviews.scan} />, required: true },
          ]}
        />
      )}
    </ActDialog>
  );
}
