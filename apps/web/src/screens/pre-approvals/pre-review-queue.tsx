import { Input } from 'antd';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { givePreReviewOpinion as Give, listPreReviewQueue as contract } from '#libs/contracts/approvals.js';
import type { Output } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { useLive } from '../../api/live.js';
import { getDocument, givePreReviewOpinion, listPreReviewQueue } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { day } from '../../parts/dates.js';
import { FileLink } from '../../parts/file-link.js';
import { Listing } from '../../parts/listing.js';
import type { Column } from '../../parts/listing.js';
import { Page } from '../../parts/page.js';
import { preReviews } from '../../texts/pre-approvals.js';
import '../filings/filings.css';

type Row = Output<typeof contract>['items'][number];

const columns = (): Column<Row>[] => [
  {
    key: 'item',
    title: preReviews.item,
    primary: true,
    render: ({ itemName, works, caseId, projectName }) => (
      <>
        <strong>{itemName}</strong>
        {works && ` · ${works}`}
        <div className="small">
          <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'items' }} className="row-link">
            {projectName}
          </Link>
        </div>
      </>
    ),
  },
  { key: 'department', title: preReviews.department, render: ({ departmentName }) => departmentName },
  {
    key: 'asked',
    title: preReviews.asked,
    render: ({ askedBy, askedOn }) => preReviews.askedBy(askedBy, day(askedOn)),
  },
  {
    key: 'papers',
    title: preReviews.papers,
    render: ({ documentIds }) => documentIds.map((id, at) => <Paper key={id} id={id} at={at + 1} />),
  },
  { key: 'opinion', title: preReviews.opinion, render: (row) => <Opinion of={row} /> },
];

function Paper({ id, at }: { id: string; at: number }): ReactNode {
  const { data } = useAsk(getDocument, { documentId: id });
  return <div>{data ? <FileLink fileId={data.fileId} label={data.name} /> : preReviews.paperOf(at)}</div>;
}

function Opinion({ of: { id, itemName, opinion, opinionBy, opinionOn, actions } }: { of: Row }): ReactNode {
  if (opinion)
    return (
      <>
        {opinion}
        <div className="soft small">{preReviews.givenBy(opinionBy ?? '', opinionOn ? day(opinionOn) : '')}</div>
      </>
    );
  if (actions.length === 0) return <span className="soft">{preReviews.open}</span>;
  return (
    <ActDialog label={preReviews.give} title={`${preReviews.give}:${itemName}`} kind={{ type: 'primary' }}>
      {(close) => (
        <ActForm<typeof Give, { opinion: string }>
          command={givePreReviewOpinion}
          submit={preReviews.give}
          input={(given) => ({ id, ...given })}
          said={() => preReviews.given(itemName)}
          onDone={close}
          fields={[
            {
              name: 'opinion',
              label: preReviews.opinion,
              hint: preReviews.opinionHint,
              control: <Input.TextArea rows={5} maxLength={2000} showCount />,
              required: true,
            },
          ]}
        />
      )}
    </ActDialog>
  );
}

/** 预审服务: an informal look that was asked for, and the opinion given (R124). */
export function PreReviewQueue(): ReactNode {
  useLive([]);
  const { state } = useSearch({ from: '/pre-reviews' });
  return (
    <Page title={preReviews.title}>
      <p className="soft">{preReviews.explained}</p>
      <Listing
        screen="pre-reviews"
        query={listPreReviewQueue}
        always={state ? {} : { state: 'open' }}
        columns={columns()}
        filters={[
          { key: 'q', label: preReviews.find },
          {
            key: 'state',
            label: preReviews.state,
            options: [
              { value: 'open', label: preReviews.open },
              { value: 'answered', label: preReviews.answered },
            ],
          },
        ]}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}
