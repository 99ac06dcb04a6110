import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listCases as contract } from '#libs/contracts/projects.js';
import { listCases } from '../../api/operations.js';
import { useLive } from '../../api/live.js';
import { Listing } from '../../parts/listing.js';
import type { Column } from '../../parts/listing.js';
import { CaseState, Light } from '../../parts/marks.js';
import { Page } from '../../parts/page.js';
import { cases } from '../../texts/cases.js';
import { shell } from '../../texts/shell.js';
import { caseStates, optionsOf } from '../../texts/words.js';

type Row = Output<typeof contract>['items'][number];

const columns = (): Column<Row>[] => [
  {
    key: 'project',
    title: cases.project,
    primary: true,
    render: ({ id, projectName, number }) => (
      <Link to="/cases/$caseId" params={{ caseId: id }}>
        {projectName}
        <small className="soft"> {number}</small>
      </Link>
    ),
  },
  { key: 'unit', title: cases.unit, render: ({ unitName }) => unitName },
  { key: 'state', title: cases.state, render: ({ state }) => <CaseState state={state} /> },
  { key: 'stage', title: cases.stage, render: ({ stage }) => stage },
  { key: 'light', title: cases.light, render: ({ light }) => <Light light={light} /> },
  { key: 'progress', title: cases.progress, render: ({ itemsDone, itemsTotal }) => `${itemsDone}/${itemsTotal}` },
  { key: 'principal', title: cases.principal, render: ({ principal }) => principal?.name ?? cases.unassigned },
  { key: 'next', title: cases.nextAction, render: ({ nextAction }) => nextAction },
];

/** 帮代办项目: everything the reader may see. */
export function CaseList(): ReactNode {
  useLive([]);
  return (
    <Page title={shell.cases}>
      <Listing
        screen="cases"
        query={listCases}
        columns={columns()}
        filters={[
          { key: 'q', label: cases.find },
          { key: 'state', label: cases.state, options: optionsOf(caseStates) },
        ]}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}
