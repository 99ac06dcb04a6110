import { Button, Input } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { conveneReview as Convene, issueNotice as Issue } from '#libs/contracts/projects.js';
import type { RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { conveneReview, issueNotice, listNotices, listReviews } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { Answer } from '../../parts/answer.js';
import { DateField } from '../../parts/date-field.js';
import { day } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { notices, reviews } from '../../texts/joint-reviews.js';
import type { CaseDetail, CaseTab } from '../cases/case-page.js';
import { CloseAct } from './close-act.js';
import './joint-reviews.css';
import { NoticeSheet } from './notice-sheet.js';
import { OpinionTable } from './opinion-table.js';
import { mayOn } from './review.js';
import type { Review } from './review.js';

/** 联审会议 of a case: convened, opinions, conclusions, and the one requirements notice (R46–R48). */
export function ReviewsTab({ of }: CaseTab): ReactNode {
  const found = useAsk(listReviews, { caseId: of.id });
  return (
    <div className="reviews">
      <Issued of={of} />
      <div className="act-row">{mayOn(of, 'convene-review') && <ConveneAct of={of} />}</div>
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{reviews.none}</p>
          ) : (
            items.toReversed().map((review) => <OneReview key={review.id} of={of} review={review} />)
          )
        }
      </Answer>
    </div>
  );
}

function OneReview({ of, review }: { of: CaseDetail; review: Review }): ReactNode {
  const asked = review.invited.reduce((sum, { itemCodes }) => sum + itemCodes.length, 0);
  return (
    <section>
      <div className="review-head">
        <h2>{reviews.convened(review.convenedBy, day(review.convenedOn))}</h2>
        {review.closedOn ? (
          <Mark tone="ink">{reviews.closed(day(review.closedOn))}</Mark>
        ) : (
          <Mark tone="jade">{reviews.open}</Mark>
        )}
        <span>{reviews.dueOn(day(review.opinionsDueOn))}</span>
        {review.meetingOn && <span>{reviews.meeting(day(review.meetingOn), review.place ?? '')}</span>}
        <span className="soft">{reviews.progress(review.opinions.length, asked)}</span>
        {review.closedOn === null && mayOn(of, 'close-review') && <CloseAct of={of} review={review} />}
      </div>
      <OpinionTable of={of} review={review} />
      {review.minutes && (
        <>
          <h3>{reviews.minutes}</h3>
          <p className="opinion-text">{review.minutes}</p>
          {review.attendance.length > 0 && (
            <p className="soft small">
              {reviews.attendance}:{review.attendance.join('、')}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function ConveneAct({ of: { id } }: { of: CaseDetail }): ReactNode {
  return (
    <ActDialog label={reviews.convene} kind={{ type: 'primary' }}>
      {(close) => (
        <ActForm<typeof Convene, Omit<RawInput<typeof Convene>, 'caseId'>>
          command={conveneReview}
          submit={reviews.convene}
          input={({ opinionsDueOn, meetingOn, place }) => ({
            caseId: id,
            opinionsDueOn,
            ...(meetingOn ? { meetingOn } : {}),
            ...(place ? { place } : {}),
          })}
          said={({ invited }) => reviews.convenedSaid(invited.length)}
          onDone={close}
          fields={[
            {
              name: 'opinionsDueOn',
              label: reviews.opinionsDueOn,
              control: <DateField />,
              required: true,
              day: true,
              hint: reviews.conveneExplained,
            },
            { name: 'meetingOn', label: reviews.meetingOn, control: <DateField />, day: true },
            { name: 'place', label: reviews.place, control: <Input maxLength={100} /> },
          ]}
        />
      )}
    </ActDialog>
  );
}

/** The notices of the case, the newest first; one of them opened as a sheet that prints. */
function Issued({ of }: { of: CaseDetail }): ReactNode {
  const { notice: opened } = useSearch({ from: '/cases/$caseId' });
  const navigate = useNavigate();
  const found = useAsk(listNotices, { caseId: of.id }).data?.items.toReversed() ?? [];
  const shown = found.find(({ id }) => id === opened);
  const show = (notice: string | undefined) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, notice }), replace: true });
  if (found.length === 0 && !mayOn(of, 'issue-notice')) return null;
  return (
    <section aria-labelledby="notice">
      <h2 id="notice">{notices.title}</h2>
      <div className="act-row">
        {mayOn(of, 'issue-notice') && <IssueAct of={of} again={found.length > 0} />}
        {found.map(({ id, number, noticeVersion, issuedOn }) => (
          <Button key={id} type="link" className="as-text" aria-expanded={id === opened} onClick={() => show(id)}>
            {notices.open(number)} · {notices.version(noticeVersion)} · {day(issuedOn)}
          </Button>
        ))}
      </div>
      {shown && <NoticeSheet of={of} notice={shown} onClose={() => show(undefined)} />}
    </section>
  );
}

function IssueAct({ of: { id }, again }: { of: CaseDetail; again: boolean }): ReactNode {
  const label = again ? notices.issueAgain : notices.issue;
  return (
    <ActDialog label={label} kind={again ? {} : { type: 'primary' }}>
      {(close) => (
        <ActForm<typeof Issue, { reason?: string }>
          command={issueNotice}
          submit={label}
          input={({ reason }) => ({ caseId: id, ...(reason ? { reason } : {}) })}
          said={({ number }) => notices.issued(number)}
          onDone={close}
          fields={[
            {
              name: 'reason',
              label: notices.reason,
              hint: notices.reasonHint,
              control: <Input.TextArea rows={3} maxLength={500} />,
              required: again,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}
