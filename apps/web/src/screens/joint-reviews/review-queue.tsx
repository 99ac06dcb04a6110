import { App, Button, Empty, Segmented } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { listOpenReviews as contract } from '#libs/contracts/projects.js';
import type { Output } from '#libs/contracts/define.js';
import { client } from '../../api/client.js';
import { useAsk } from '../../api/hooks.js';
import { useLive } from '../../api/live.js';
import { giveOpinion, listOpenReviews } from '../../api/operations.js';
import { useMe } from '../../shell/me.js';
import { Answer } from '../../parts/answer.js';
import { day } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { opinionDefaults, reviews } from '../../texts/joint-reviews.js';
import { ClockLight } from '../filings/filing-marks.js';
import './joint-reviews.css';
import { OpinionForm } from './opinion-form.js';

type Review = Output<typeof contract>['items'][number];

/** 联合预审: what opinion is asked of the reader's department, and by when. */
export function ReviewQueue(): ReactNode {
  useLive([]);
  const { kind } = useMe();
  const { awaiting = kind === 'department' ? 'me' : 'all' } = useSearch({ from: '/joint-reviews' });
  const navigate = useNavigate();
  const found = useAsk(listOpenReviews, { awaiting: awaiting === 'me' ? 'me' : 'all', pageSize: 200 });
  return (
    <Page title={reviews.title}>
      <p className="soft">{reviews.explained}</p>
      {kind === 'department' && (
        <Segmented
          aria-label={reviews.awaiting}
          options={[
            { value: 'me', label: reviews.awaitingMe },
            { value: 'all', label: reviews.awaitingAll },
          ]}
          value={awaiting === 'me' ? 'me' : 'all'}
          onChange={(next) => void navigate({ to: '.', search: { awaiting: next }, replace: true })}
        />
      )}
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={reviews.nothing} />
          ) : (
            items.map((review) => <OneReview key={review.id} of={review} />)
          )
        }
      </Answer>
    </Page>
  );
}

function OneReview({ of }: { of: Review }): ReactNode {
  const { departmentCode } = useMe();
  const mine = of.asked.filter((asked) => asked.departmentCode === departmentCode);
  const others = [...new Set(of.asked.map(({ departmentName }) => departmentName))];
  return (
    <article className="review">
      <header>
        <h2>{of.projectName}</h2>
        <span className="soft small">{of.caseNumber}</span>
        <ClockLight light={of.light}>{reviews.dueOn(day(of.dueOn))}</ClockLight>
        <Link to="/cases/$caseId" params={{ caseId: of.caseId }} search={{ tab: 'reviews' }}>
          {reviews.openCase}
        </Link>
      </header>
      <p className="soft small">
        {reviews.convened(of.convenedBy, day(of.convenedOn))}
        {of.meetingOn && ` · ${reviews.meeting(day(of.meetingOn), of.place ?? '')}`}
      </p>
      {mine.length > 0 ? (
        <Asked of={of} mine={mine} />
      ) : (
        <p className="small">
          {reviews.asked(of.asked.length)}:{others.join('、')}
        </p>
      )}
    </article>
  );
}

function Asked({ of, mine }: { of: Review; mine: Review['asked'] }): ReactNode {
  const [open, setOpen] = useState<string | null>(null);
  const next = (itemCode: string) => mine[mine.findIndex((one) => one.itemCode === itemCode) + 1]?.itemCode ?? null;
  return (
    <>
      <div className="act-row">
        <strong>{reviews.asked(mine.length)}</strong>
        <AllMeet of={of} mine={mine} />
      </div>
      <ul className="plain asked">
        {mine.map(({ itemCode, itemName, decides }) => (
          <li key={itemCode}>
            <div className="act-row">
              <span>{itemName}</span>
              {decides && <Mark tone="indigo">{reviews.decides}</Mark>}
              <Button
                size="small"
                aria-expanded={open === itemCode}
                aria-label={`${reviews.give}:${itemName}`}
                onClick={() => setOpen(open === itemCode ? null : itemCode)}
              >
                {reviews.give}
              </Button>
            </div>
            {open === itemCode && (
              <OpinionForm
                of={{ caseId: of.caseId, reviewId: of.id, itemCode, itemName }}
                onDone={() => setOpen(next(itemCode))}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One press for the usual case; what is refused stops it and says so, what was given before stays given. */
function AllMeet({ of, mine }: { of: Review; mine: Review['asked'] }): ReactNode {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const giving = useMutation({
    mutationFn: async () => {
      for (const { itemCode } of mine) {
        const opinion = { itemCode, opinion: 'meets', text: opinionDefaults.meets } as const;
        // The same key for the same opinion: pressing again after a broken connection says nothing twice.
        const idempotencyKey = `${of.id}-${of.version}-${itemCode}`;
        await client.call(giveOpinion, { caseId: of.caseId, reviewId: of.id, ...opinion }, { idempotencyKey });
      }
    },
    onSuccess: () => void message.success(reviews.allSaid(mine.length)),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <>
      <Button type="primary" size="small" loading={giving.isPending} onClick={() => giving.mutate()}>
        {reviews.allMeet(mine.length)}
      </Button>
      {giving.error && <Problem error={giving.error} />}
    </>
  );
}
