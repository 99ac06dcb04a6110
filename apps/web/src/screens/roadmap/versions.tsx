import { Button, Select, Switch } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { compareRoadmaps, listRoadmapVersions } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { day, dayOf } from '../../parts/dates.js';
import { changes, roadmapTexts as t } from '../../texts/roadmap.js';
import type { Difference } from './model.js';
import { useRoadmapSearch } from './search.js';
import { useShown } from './shown.js';
import { deviation } from './words.js';

/** Every frozen version with its reason, and two of them line by line. */
export function Versions(): ReactNode {
  const { roadmap, today } = useShown();
  const { set } = useRoadmapSearch();
  const asked = useAsk(listRoadmapVersions, { caseId: roadmap.caseId });
  return (
    <Answer of={asked}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="soft">{t.versionsNone}</p>}
          <ol className="rm-versions plain">
            {items.map(({ number, endOn, reason, signedBy, signedAt }) => (
              <li key={number}>
                <strong>{t.versionNumber(number ?? 0)}</strong>
                <span>{t.plannedEnd(day(endOn, today))}</span>
                <span className="soft">{signedBy && signedAt && `${signedBy} ${day(dayOf(signedAt), today)}`}</span>
                <span>{reason}</span>
                <Button
                  aria-label={`${t.open} ${t.versionNumber(number ?? 0)}`}
                  onClick={() => set({ view: 'picture', version: number, draft: false })}
                >
                  {t.open}
                </Button>
              </li>
            ))}
          </ol>
          {items.length > 1 ? (
            <Comparison numbers={items.flatMap(({ number }) => number ?? [])} />
          ) : (
            <p className="soft">{items.length === 1 && t.compareHow}</p>
          )}
        </>
      )}
    </Answer>
  );
}

/** @param numbers the versions there are, the newest first */
function Comparison({ numbers: [newest = 1, before = 1, ...older] }: { numbers: number[] }): ReactNode {
  const { roadmap } = useShown();
  const [from, setFrom] = useState(before);
  const [to, setTo] = useState(newest);
  const [changesOnly, setChangesOnly] = useState(true);
  const compared = useAsk(compareRoadmaps, { caseId: roadmap.caseId, from, to });
  const options = [newest, before, ...older].map((value) => ({ value, label: t.versionNumber(value) }));
  return (
    <section className="rm-comparison" aria-label={t.compare}>
      <h2>{t.compare}</h2>
      <div className="rm-buttons">
        <Select aria-label={t.compareFrom} value={from} options={options} onChange={setFrom} />
        <span aria-hidden="true">→</span>
        <Select aria-label={t.compareTo} value={to} options={options} onChange={setTo} />
        <label>
          <Switch checked={changesOnly} onChange={setChangesOnly} /> {t.onlyChanges}
        </label>
      </div>
      <Answer of={compared}>
        {({ items }) => <Differences items={items.filter(({ change }) => !changesOnly || change !== 'same')} />}
      </Answer>
    </section>
  );
}

function Differences({ items }: { items: Difference[] }): ReactNode {
  const { today } = useShown();
  if (items.length === 0) return <p className="soft">{t.noChanges}</p>;
  const span = (from: string | null, to: string | null) =>
    from && to ? `${day(from, today)} – ${day(to, today)}` : t.nothing;
  return (
    <div className="rm-table" role="region" aria-label={t.compare} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[t.item, t.change, t.compareFrom, t.compareTo, t.deviation].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <tr key={line.itemCode}>
              <th scope="row">{line.name}</th>
              <td>{changes[line.change]}</td>
              <td>{span(line.fromStartsOn, line.fromEndsOn)}</td>
              <td>{span(line.toStartsOn, line.toEndsOn)}</td>
              <td>{line.workdays === null ? t.nothing : deviation(line.workdays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
