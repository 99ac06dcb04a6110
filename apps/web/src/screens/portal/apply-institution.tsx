import { Radio } from 'antd';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listInstitutions as contract } from '#libs/contracts/agents.js';
import { useAsk } from '../../api/hooks.js';
import { getProject, listInstitutions } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { apply } from '../../texts/apply.js';
import type { StepProps } from './apply.js';

type Institution = Output<typeof contract>['items'][number];

/** Where to apply: the institutions of the project's place and the city's first. */
export function InstitutionStep({ of, change }: StepProps): ReactNode {
  const project = useAsk(getProject, of.projectId === null ? null : { projectId: of.projectId });
  const found = useAsk(listInstitutions, { active: 'true' });
  return (
    <>
      <h2>{apply.whichInstitution}</h2>
      <p className="soft">{apply.institutionHint}</p>
      <Answer of={project}>
        {({ regionIds }) => (
          <Answer of={found}>
            {({ items }) => (
              <Radio.Group
                className="choices"
                aria-label={apply.whichInstitution}
                value={of.institutionId}
                onChange={({ target }) => change({ institutionId: String(target.value) })}
              >
                <Choices of={items} here={(one) => regionIds.includes(one.regionId)} chosen={of.institutionId} />
              </Radio.Group>
            )}
          </Answer>
        )}
      </Answer>
    </>
  );
}

interface ChoicesProps {
  of: Institution[];
  here: (one: Institution) => boolean;
  chosen: string | null;
}

function Choices({ of, here, chosen }: ChoicesProps): ReactNode {
  const near = of
    .filter((one) => here(one) || one.level === 'city')
    .toSorted((a, b) => Number(here(b)) - Number(here(a)));
  const others = of.filter((one) => one.level === 'county' && !near.includes(one));
  return (
    <>
      {near.map((one) => (
        <Choice key={one.id} of={one} mark={here(one)} />
      ))}
      <details open={others.some(({ id }) => id === chosen)}>
        <summary>{apply.otherInstitutions}</summary>
        {others.map((one) => (
          <Choice key={one.id} of={one} mark={false} />
        ))}
      </details>
    </>
  );
}

function Choice({ of: { id, name, servicePoint, hotline }, mark }: { of: Institution; mark: boolean }): ReactNode {
  return (
    <Radio value={id} className="choice">
      <strong>{name}</strong> {mark && <Mark tone="jade">{apply.recommended}</Mark>}
      <span className="choice-words">
        {servicePoint} · {hotline}
      </span>
    </Radio>
  );
}
