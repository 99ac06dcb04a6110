import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type * as contracts from '#libs/contracts/approvals.js';
import type { Output } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { getItem, listCompetence } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { Facts, Section } from '../../parts/section.js';
import { useMay } from '../../shell/me.js';
import { conditions, catalogue as words, itemLevels } from '../../texts/catalogue.js';
import { regionName } from '../cases/region-name.js';

type Item = Output<typeof contracts.getItem>;
type Entry = Output<typeof contracts.listCompetence>['items'][number];

/** 办事指南 of one item: limits, what must come before, papers, who decides on what basis. */
export function Guide({ code }: { code: string }): ReactNode {
  const found = useAsk(getItem, { code });
  return <Answer of={found}>{(item) => <GuideOf of={item} />}</Answer>;
}

function GuideOf({ of }: { of: Item }): ReactNode {
  const may = useMay();
  return (
    <>
      <p className="back-to-list">
        <Link to="/catalogue" search={(before) => ({ ...before, item: undefined })}>
          ← {words.backToList}
        </Link>
      </p>
      <header className="guide-head">
        <h2>{of.name}</h2>
        <p className="soft">
          {of.code} · {of.nameEn} · {words.edition(of.edition, of.validFrom)}
        </p>
        <span className="marks">
          {of.preApproval && <Mark tone="indigo">{words.preApproval}</Mark>}
          {of.deferral && <Mark tone="jade">{words.deferral}</Mark>}
          {of.notifyAndCommit && <Mark tone="jade">{words.notifyAndCommit}</Mark>}
          {of.partOf && <Mark tone="ink">{words.partOf(of.partOf)}</Mark>}
        </span>
      </header>
      <Facts of={factsOf(of)} />
      <Section title={words.prerequisites}>
        {of.prerequisites.length === 0 ? (
          <p className="soft">{words.noPrerequisites}</p>
        ) : (
          <ol className="befores">
            {of.prerequisites.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        )}
      </Section>
      <Section title={words.materials}>
        <Materials of={of.materials} />
      </Section>
      {may('catalogue:read') && <Competence code={of.code} />}
    </>
  );
}

function factsOf(of: Item): [string, ReactNode][] {
  const { amount, unit, kind, variants } = of.statutory;
  const limit = [words.span(amount, unit), kind && words.statutoryKind(kind), ...variants].filter(Boolean).join(' · ');
  const stops = [
    ...of.statutoryClockStop,
    ...of.promiseClockStop.filter((each) => !of.statutoryClockStop.includes(each)),
  ];
  const rows: [string, ReactNode][] = [
    [words.kind, of.kind],
    [words.stage, of.stage],
    [words.levels, of.levels.map((level) => itemLevels[level]).join('、')],
    [words.applicant, words.applicants(of.applicant)],
    [words.promised, of.promisedWorkdays > 0 ? words.workdays(of.promisedWorkdays) : words.atOnce],
    [words.statutory, amount > 0 ? limit : ''],
    [words.clockStops, stops.join('、')],
    [words.output, of.outputDocument],
    [words.validity, of.validity],
    [words.condition, of.conditionNote],
  ];
  return rows.filter(([, value]) => value !== '');
}

function Materials({ of }: { of: Item['materials'] }): ReactNode {
  if (of.length === 0) return <p className="soft">{words.noMaterials}</p>;
  return (
    <div className="framed" tabIndex={0} role="group" aria-label={words.materials}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.material}</th>
            <th scope="col">{words.source}</th>
            <th scope="col">{words.importance}</th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ code, name, source, importance, deferralWorkdays, note }) => (
            <tr key={code}>
              <td>
                {name}
                {note && <p className="small soft">{note}</p>}
              </td>
              <td>{source}</td>
              <td>
                {words.importances(importance)}
                {deferralWorkdays !== null && <p className="small soft">{words.deferrable(deferralWorkdays)}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Competence({ code }: { code: string }): ReactNode {
  const found = useAsk(listCompetence, { itemCode: code });
  return (
    <Section title={words.competence}>
      <Answer of={found}>
        {({ items }) => (
          <div className="framed" tabIndex={0} role="group" aria-label={words.competence}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.rule}</th>
                  <th scope="col">{words.level}</th>
                  <th scope="col">{words.body}</th>
                  <th scope="col">{words.basis}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((entry) => (
                  <Rule
                    key={`${entry.unitIds.join()} ${entry.condition} ${entry.level} ${entry.validFrom}`}
                    of={entry}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answer>
    </Section>
  );
}

const known: Readonly<Record<string, string>> = conditions;
/** In words; one that is newer than this page as it is written. */
const conditionOf = (condition: string): string => (condition === '' ? words.always : (known[condition] ?? condition));

function Rule({ of }: { of: Entry }): ReactNode {
  const where = of.unitIds.map((id) => (id === '*' ? words.allRegions : regionName(id))).join('、');
  return (
    <tr>
      <td>
        {where}
        <p className="small soft">{conditionOf(of.condition)}</p>
        {of.note && <p className="small soft">{of.note}</p>}
      </td>
      <td>{itemLevels[of.level]}</td>
      <td>
        {of.handlingBodyName}
        {of.legalBody !== of.handlingBody && <p className="small soft">{words.legalBody(of.legalBodyName)}</p>}
      </td>
      <td>{of.basis}</td>
    </tr>
  );
}
