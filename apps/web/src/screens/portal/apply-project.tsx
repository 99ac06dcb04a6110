import { Button, Radio } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listEligibility as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { listEligibility, listInstitutions } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { apply } from '../../texts/apply.js';
import { Phone } from './contacts.js';
import { ProjectDialog } from './project-dialog.js';
import type { StepProps } from './apply.js';

type Eligibility = Output<typeof contract>['items'][number];

/** Which project; of each it is said on which list it is, or why it cannot be applied for and whom to call. */
export function ProjectStep({ of, change }: StepProps): ReactNode {
  const [entering, setEntering] = useState<string | null>(null);
  const choose = (projectId: string, projectName: string) => change({ projectId, projectName, institutionId: null });
  return (
    <>
      <h2>{apply.whichProject}</h2>
      <Answer of={useAsk(listEligibility, {})}>
        {({ items }) => (
          <>
            {items.length === 0 && <p>{apply.noProject}</p>}
            <Radio.Group
              className="choices"
              aria-label={apply.whichProject}
              value={of.projectId}
              onChange={({ target }) => {
                const chosen = items.find(({ projectId }) => projectId === target.value);
                if (chosen?.projectId) choose(chosen.projectId, chosen.projectName);
              }}
            >
              {items.map((item) => (
                <Project key={item.projectName} of={item} enter={() => setEntering(item.projectName)} />
              ))}
            </Radio.Group>
            {items.some(({ standing }) => standing === 'not_listed') && <Hotline />}
          </>
        )}
      </Answer>
      <Button onClick={() => setEntering('')}>{apply.enter}</Button>
      {entering !== null && (
        <ProjectDialog
          name={entering}
          onClose={() => setEntering(null)}
          onEntered={({ id, name }) => choose(id, name)}
        />
      )}
    </>
  );
}

function Project({ of, enter }: { of: Eligibility; enter: () => void }): ReactNode {
  const { projectName, projectId, standing, reason, served } = of;
  const words = <span className="choice-words">{reason}</span>;
  if (standing === 'eligible' && projectId !== null)
    return (
      <Radio value={projectId} className="choice">
        <strong>{projectName}</strong> <Mark tone="jade">{apply.eligible}</Mark>
        {words}
      </Radio>
    );
  return (
    <div className="choice choice-closed">
      <strong>{projectName}</strong> <Standing of={standing} />
      {words}
      {standing === 'eligible' && <Button onClick={enter}>{apply.enterListed}</Button>}
      {served && (
        <Link to="/cases/$caseId" params={{ caseId: served.caseId }}>
          {apply.toCase}
        </Link>
      )}
    </div>
  );
}

function Standing({ of }: { of: Eligibility['standing'] }): ReactNode {
  switch (of) {
    case 'eligible':
      return <Mark tone="jade">{apply.eligible}</Mark>;
    case 'served':
      return <Mark tone="indigo">{apply.served}</Mark>;
    case 'not_listed':
      return <Mark tone="gold">{apply.notListed}</Mark>;
  }
}

/** Of the city's institution, which knows every list. */
export function Hotline(): ReactNode {
  const [city] = useAsk(listInstitutions, { level: 'city', active: 'true' }).data?.items ?? [];
  if (!city) return null;
  return (
    <p className="whom-to-call">
      {apply.whomToCall}: {city.name} <Phone of={city.name} number={city.hotline} />
    </p>
  );
}
