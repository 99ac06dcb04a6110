import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { day } from '../../parts/dates.js';
import { Facts } from '../../parts/section.js';
import { cases } from '../../texts/cases.js';
import { evidenceKinds, items as words, levels, modes } from '../../texts/case-items.js';
import { ItemActions } from '../filings/item-actions.js';
import { ChecklistPanel } from './checklist.js';
import type { ItemOf } from './item-line.js';
import type { ItemRow } from './item-rows.js';
import { ItemRulings } from './item-rulings.js';

const levelWords: Readonly<Record<string, string>> = levels;
const modeWords: Readonly<Record<string, string>> = modes;

/** Behind the line: why this level and this need, the materials, its records, and what can be done. */
export function ItemDetail({ of, row }: ItemOf): ReactNode {
  const { item, line, records } = row;
  return (
    <>
      <Facts of={reasons(row)} />
      {line && line.questions.length > 0 && (
        <ul className="questions">
          {line.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
      {records.length > 0 && (
        <ul className="plain records">
          {records.map(({ id, number, works }) => (
            <li key={id}>
              <Link to="/approvals/$id" params={{ id }}>
                {words.openRecord(number)}
              </Link>{' '}
              {works && <span className="soft small">{works}</span>}
            </li>
          ))}
        </ul>
      )}
      {item.need === 'needed' && <ChecklistPanel of={of} item={item} />}
      <div className="item-acts">
        <ItemActions of={of} item={item} />
        {line && <ItemRulings of={of} line={line} />}
      </div>
    </>
  );
}

function reasons({ item, line, blocker }: ItemRow): [string, ReactNode][] {
  const wait = blocker && `${blocker.who}${blocker.since ? ` · ${cases.since(day(blocker.since))}` : ''}`;
  const commit = line?.notifyAndCommit ? ` · ${words.commit}` : '';
  return [
    ...(wait ? ([[words.has, wait]] satisfies [string, string][]) : []),
    [words.needWhy, item.needReason],
    ...(item.need === 'not_needed'
      ? []
      : ([
          [words.level, levelWords[item.level] ?? item.level],
          [words.levelWhy, item.levelReason || '—'],
          [
            words.mode,
            `${modeWords[item.mode] ?? item.mode} · ${item.entrusted ? words.entrusted : words.notEntrusted}${commit}`,
          ],
        ] satisfies [string, string][])),
    ...(line?.evidence
      ? ([[words.evidence, `${evidenceKinds[line.evidence.kind]}:${line.evidence.reference}`]] satisfies [
          string,
          string,
        ][])
      : []),
  ];
}
