import { Input, Pagination, Select } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { readLedger as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { readLedger } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { dayOf, day, timeOf } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { talk } from '../../texts/case-talk.js';
import { allows } from './allows.js';
import type { CaseTab } from './case-page.js';
import { Download } from './download-link.js';
import { LedgerForm } from './ledger-form.js';

export type LedgerLine = Output<typeof contract>['items'][number];
type Kind = LedgerLine['kind'];

const PAGE_SIZE = 50;

/** 台账: every act on the case, the newest first; a line is never changed, only corrected by a further one. */
export function LedgerTab({ of }: CaseTab): ReactNode {
  const [filter, setFilter] = useState<{ kind?: Kind; q?: string }>({});
  const [page, setPage] = useState(1);
  const [corrected, setCorrected] = useState<LedgerLine | null>(null);
  const found = useAsk(readLedger, { caseId: of.id, ...filter, page, pageSize: PAGE_SIZE, sort: 'newest' });
  const narrow = (change: { kind?: Kind | undefined; q?: string | undefined }) => {
    const { kind, q } = { ...filter, ...change };
    setFilter({ ...(kind ? { kind } : {}), ...(q ? { q } : {}) });
    setPage(1);
  };
  const mayWrite = allows(of, 'projects.write-ledger-line');
  const exported = `/api/v1/exports/ledger?${new URLSearchParams({ caseId: of.id, ...filter }).toString()}`;
  return (
    <Section
      title={talk.ledger}
      actions={<Download path={exported} name={talk.exportName(of.number)} label={talk.export} />}
    >
      {mayWrite && <LedgerForm of={of} corrects={corrected} onWritten={() => setCorrected(null)} />}
      <Filters onChange={narrow} />
      <Answer of={found}>
        {({ items, total }) => (
          <>
            <Days lines={items} correct={mayWrite ? setCorrected : null} />
            <Pagination
              current={page}
              pageSize={PAGE_SIZE}
              total={total}
              hideOnSinglePage
              showSizeChanger={false}
              onChange={setPage}
            />
          </>
        )}
      </Answer>
    </Section>
  );
}

function Filters({ onChange }: { onChange: (change: { kind?: Kind | undefined; q?: string }) => void }): ReactNode {
  return (
    <div className="listing-bar" role="search">
      <Select<Kind>
        aria-label={talk.kind}
        placeholder={talk.kind}
        allowClear
        style={{ minWidth: 140 }}
        options={[
          { value: 'fact', label: talk.kindFact },
          { value: 'note', label: talk.kindNote },
          { value: 'correction', label: talk.kindCorrection },
        ]}
        onChange={(kind: Kind | undefined) => onChange({ kind })}
      />
      <Input.Search
        aria-label={talk.find}
        placeholder={talk.find}
        allowClear
        style={{ maxWidth: 280 }}
        onSearch={(q) => onChange({ q: q.trim() })}
      />
    </div>
  );
}

interface Lines {
  lines: LedgerLine[];
  correct: ((line: LedgerLine) => void) | null;
}

function Days({ lines, correct }: Lines): ReactNode {
  if (lines.length === 0) return <p className="soft">{talk.nothing}</p>;
  return [...Map.groupBy(lines, ({ at }) => dayOf(at))].map(([date, ofDay]) => (
    <section key={date} className="ledger-day" aria-label={day(date)}>
      <h3>{day(date)}</h3>
      <ol className="plain">
        {ofDay.map((line) => (
          <Line key={line.id} line={line} correct={correct} />
        ))}
      </ol>
    </section>
  ));
}

function Line({ line, correct }: { line: LedgerLine; correct: Lines['correct'] }): ReactNode {
  return (
    <li>
      <time dateTime={line.at} className="soft small">
        {timeOf(line.at)}
      </time>
      <div>
        {line.sentence} <span className="soft small">{line.actorName}</span>{' '}
        {line.kind === 'correction' && <Mark tone="gold">{talk.corrected}</Mark>}
        {correct && line.kind !== 'fact' && (
          <button type="button" className="as-link small" onClick={() => correct(line)}>
            {talk.correct}
          </button>
        )}
      </div>
    </li>
  );
}
