import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { getProject, getUnit, listMilestones } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { day, dayOf } from '../../parts/dates.js';
import { Facts, Section } from '../../parts/section.js';
import { useMay } from '../../shell/me.js';
import { caseInfo } from '../../texts/case-info.js';
import type { CaseTab } from './case-page.js';
import { Ending, Publication } from './ending.js';
import { ProjectSection } from './project-section.js';

/** 信息: the project, its unit, why it is served and how it goes on. */
export function InfoTab({ of }: CaseTab): ReactNode {
  const project = useAsk(getProject, { projectId: of.projectId });
  return (
    <>
      <Answer of={project}>{(found) => <ProjectSection of={of} project={found} />}</Answer>
      <Unit of={of} />
      <Service of={of} />
      <Milestones of={of} />
      <Publication of={of} />
      <Ending of={of} />
    </>
  );
}

function Unit({ of }: CaseTab): ReactNode {
  const may = useMay()('unit:read');
  const unit = useAsk(getUnit, may ? { unitId: of.unitId } : null).data;
  return (
    <Section title={caseInfo.unit}>
      <Facts
        of={[
          [caseInfo.unit, of.unitName],
          ...(unit
            ? ([
                [caseInfo.uscc, unit.uscc],
                [caseInfo.contact, `${unit.contactName} ${unit.contactMobile}`],
              ] satisfies [string, string][])
            : []),
        ]}
      />
    </Section>
  );
}

function Service({ of }: CaseTab): ReactNode {
  const { entrusted, roadmap, routing, appliedAt, closedOn } = of;
  const facts: [string, ReactNode][] = [
    [caseInfo.eligibility, of.eligibility],
    [caseInfo.entrusted, entrusted ? caseInfo.entrustedSome(entrusted.length) : caseInfo.entrustedAll],
    ...(appliedAt ? ([[caseInfo.appliedOn, day(dayOf(appliedAt))]] satisfies [string, string][]) : []),
    ...(roadmap
      ? ([
          [caseInfo.roadmap, caseInfo.roadmapSpan(day(roadmap.startOn), day(roadmap.endOn), roadmap.version)],
        ] satisfies [string, string][])
      : []),
    ...(closedOn ? ([[caseInfo.closedOn, day(closedOn)]] satisfies [string, string][]) : []),
  ];
  return (
    <Section title={caseInfo.service}>
      <Facts of={facts} />
      {routing && (
        <p className="sentence">
          <strong>{caseInfo.routing}</strong> {routing}
        </p>
      )}
    </Section>
  );
}

function Milestones({ of }: CaseTab): ReactNode {
  const reached = useAsk(listMilestones, { caseId: of.id });
  return (
    <Section title={caseInfo.milestones}>
      <Answer of={reached}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{caseInfo.noMilestones}</p>
          ) : (
            <ol className="plain milestones">
              {items.map(({ id, name, on, recordedBy, openDuties }) => (
                <li key={id}>
                  <strong>{name}</strong> {day(on)} <span className="soft small">{recordedBy}</span>
                  {openDuties.length > 0 && (
                    <small className="fault">{caseInfo.openDuties(openDuties.join('、'))}</small>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </Section>
  );
}
