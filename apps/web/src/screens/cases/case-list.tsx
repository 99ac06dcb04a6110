import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { useLive } from '../../api/live.js';
import { listCases, listInstitutions } from '../../api/operations.js';
import { Listing } from '../../parts/listing.js';
import type { Filter } from '../../parts/listing.js';
import { useToday } from '../../parts/now.js';
import { Page } from '../../parts/page.js';
import { useMay, useMe } from '../../shell/me.js';
import { caseList } from '../../texts/case-list.js';
import { cases } from '../../texts/cases.js';
import { stagesShort } from '../../texts/home.js';
import { shell } from '../../texts/shell.js';
import { caseStates, grades, lights, optionsOf } from '../../texts/words.js';
import { BulkAssign } from './bulk-assign.js';
import { columns } from './case-columns.js';
import './case-list.css';

/** 帮代办项目: everything the reader may see. */
export function CaseList(): ReactNode {
  useLive([]);
  const may = useMay();
  const today = useToday();
  const shown = useMemo(() => columns(today), [today]);
  const filters = useFilters();
  return (
    <Page title={shell.cases}>
      <Listing
        screen="cases"
        query={listCases}
        columns={shown}
        filters={filters}
        rowKey={({ id }) => id}
        empty={caseList.empty}
        {...(may('assignment:make')
          ? {
              bulk: {
                name: ({ projectName }) => projectName,
                actions: (rows, clear) => <BulkAssign rows={rows} onDone={clear} />,
              },
            }
          : {})}
      />
    </Page>
  );
}

function useFilters(): Filter[] {
  const { kind } = useMe();
  const institutions = useAsk(listInstitutions, { active: 'true' }).data?.items ?? [];
  const waiting = [
    { value: 'answer', label: caseList.waitingAnswer },
    { value: 'correction', label: caseList.waitingCorrection },
    { value: 'call_back', label: caseList.waitingCallBack },
  ];
  return [
    { key: 'q', label: cases.find },
    ...(kind === 'agent' ? [{ key: 'mine', label: caseList.mine, kind: 'flag' as const }] : []),
    { key: 'unassigned', label: caseList.unassigned, kind: 'flag' },
    { key: 'state', label: cases.state, options: optionsOf(caseStates), many: true },
    { key: 'light', label: cases.light, options: [...optionsOf(lights), { value: 'any', label: caseList.anyLight }] },
    { key: 'dueBefore', label: caseList.dueBefore, kind: 'day' },
    { key: 'waiting', label: caseList.waiting, options: waiting },
    { key: 'stage', label: cases.stage, options: optionsOf(stagesShort) },
    { key: 'grade', label: caseList.grade, options: optionsOf(grades) },
    {
      key: 'institutionId',
      label: caseList.institution,
      options: institutions.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}
