import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getProject } from '../../api/operations.js';
import { day } from '../../parts/dates.js';
import { caseInfo } from '../../texts/case-info.js';
import { cases } from '../../texts/cases.js';
import { grades } from '../../texts/words.js';
import type { CaseTab } from './case-page.js';

/** Below the name: number, code, unit and who has it; and what stands in the way of the whole case. */
export function CaseLine({ of }: CaseTab): ReactNode {
  const code = useAsk(getProject, { projectId: of.projectId }).data?.projectCode;
  const { firstInstitution: first, currentInstitution: current } = of;
  const { termination, openItems } = of;
  return (
    <>
      <ul className="plain case-line">
        <li>{of.number}</li>
        {code && (
          <li>
            <span className="soft">{caseInfo.projectCode}</span> {code}
          </li>
        )}
        <li>{of.unitName}</li>
        <li>{grades[of.grade]}</li>
        <li>
          <span className="soft">{cases.handledBy}</span> {current.name}
          {first.id !== current.id && (
            <span className="soft">
              ({cases.firstReceived} {first.name})
            </span>
          )}
        </li>
      </ul>
      {termination && (
        <Alert
          type="warning"
          title={cases.terminatedOn(
            day(termination.on),
            termination.by === 'unit' ? cases.byUnit : cases.byInstitution,
            termination.reason,
          )}
        />
      )}
      {openItems.length > 0 && of.state === 'active' && (
        <Alert type="warning" title={cases.openItems} description={openItems.join('、')} />
      )}
    </>
  );
}
