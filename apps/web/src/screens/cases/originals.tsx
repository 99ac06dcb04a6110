import { Input } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/projects.js';
import type { Output } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { lendOriginal, listOriginals, returnOriginal } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { Answer } from '../../parts/answer.js';
import { DateField } from '../../parts/date-field.js';
import { day } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { useToday } from '../../parts/now.js';
import { Section } from '../../parts/section.js';
import { papers } from '../../texts/case-papers.js';
import { allows } from './allows.js';
import type { CaseTab } from './case-page.js';

type Original = Output<typeof contracts.listOriginals>['items'][number];

/** Originals the unit has lent: who has them, since when, and when they were given back. */
export function Originals({ of }: CaseTab): ReactNode {
  const found = useAsk(listOriginals, { caseId: of.id });
  return (
    <Section title={papers.originals} actions={allows(of, 'projects.lend-original') && <Lend of={of} />}>
      <Answer of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{papers.noOriginals}</p>
          ) : (
            <ul className="plain case-rows">
              {items.map((original) => (
                <Line key={original.id} of={of} original={original} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

interface Of extends CaseTab {
  original: Original;
}

function Line({ of, original }: Of): ReactNode {
  const { what, receiver, receipt, lentOn, returnedOn } = original;
  return (
    <li>
      <span>
        <strong>{what}</strong> <span className="soft small">{receipt}</span>
      </span>
      <span className="small">
        {papers.lentTo(receiver, day(lentOn))} {returnedOn && papers.returnedAt(day(returnedOn))}
      </span>
      {!returnedOn && (
        <span>
          <Mark tone="gold">{papers.outstanding}</Mark>{' '}
          {allows(of, 'projects.return-original') && <GiveBack of={of} original={original} />}
        </span>
      )}
    </li>
  );
}

function Lend({ of }: CaseTab): ReactNode {
  const today = useToday();
  return (
    <ActDialog label={papers.lend}>
      {(close) => (
        <ActForm<typeof contracts.lendOriginal, { what: string; receipt: string; lentOn: string }>
          command={lendOriginal}
          initial={{ lentOn: today }}
          input={(values) => ({ caseId: of.id, ...values })}
          submit={papers.lend}
          said={() => papers.lent}
          onDone={close}
          fields={[
            { name: 'what', label: papers.what, required: true, control: <Input maxLength={200} /> },
            {
              name: 'receipt',
              label: papers.receipt,
              required: true,
              control: <Input maxLength={100} placeholder={papers.receiptHint} />,
            },
            { name: 'lentOn', label: papers.lentOn, required: true, day: true, control: <DateField /> },
          ]}
        />
      )}
    </ActDialog>
  );
}

function GiveBack({ of, original }: Of): ReactNode {
  const today = useToday();
  return (
    <ActDialog label={papers.giveBack} title={`${papers.giveBack} · ${original.what}`} kind={{ size: 'small' }}>
      {(close) => (
        <ActForm<typeof contracts.returnOriginal, { returnedOn: string }>
          command={returnOriginal}
          initial={{ returnedOn: today }}
          input={({ returnedOn }) => ({ caseId: of.id, originalId: original.id, returnedOn })}
          submit={papers.giveBack}
          said={() => papers.returned}
          onDone={close}
          fields={[{ name: 'returnedOn', label: papers.returnedOn, required: true, day: true, control: <DateField /> }]}
        />
      )}
    </ActDialog>
  );
}
