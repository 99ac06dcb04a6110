import { Input } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/agents.js';
import type { Output } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { listResponsibilityLists, publishResponsibilityList } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { duties } from '../../texts/people.js';
import { useItemNames } from '../catalogue/item-names.js';
import { ItemsPicker } from './pickers.js';
import type { Agent } from './people.js';
import { linesOf } from './lines.js';

type Edition = Output<typeof contracts.listResponsibilityLists>['items'][number];

/** 权责清单 of one person, the edition in force first. */
export function Duties({ of }: { of: Agent }): ReactNode {
  const found = useAsk(listResponsibilityLists, { agentId: of.id });
  const editions = (found.data?.items ?? []).toSorted((a, b) => b.edition - a.edition);
  return (
    <Section
      title={duties.title}
      aside={<span className="soft small">{duties.phoneOnly}</span>}
      actions={
        of.actions.includes('agents.publish-responsibility-list') && <Publish of={of} last={editions[0] ?? null} />
      }
    >
      <Answer of={found}>
        {() =>
          editions.length === 0 ? (
            <p className="soft">{duties.none}</p>
          ) : (
            <ul className="rows">
              {editions.map((edition) => (
                <EditionRow key={edition.id} of={edition} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

function EditionRow({ of }: { of: Edition }): ReactNode {
  const nameOf = useItemNames();
  return (
    <li>
      <div className="grow">
        <strong>{duties.edition(of.edition)}</strong>{' '}
        {of.replacedOn === null ? (
          <Mark tone="jade">{duties.inForce}</Mark>
        ) : (
          <span className="soft small">{duties.replaced(of.publishedOn, of.replacedOn)}</span>
        )}
        <ol>
          {of.duties.map((duty) => (
            <li key={duty}>{duty}</li>
          ))}
        </ol>
        {of.itemCodes.length > 0 && (
          <p className="small">
            {duties.items}:{of.itemCodes.map((code) => nameOf(code)).join('、')}
          </p>
        )}
      </div>
    </li>
  );
}

function Publish({ of, last }: { of: Agent; last: Edition | null }): ReactNode {
  return (
    <ActDialog label={duties.publish} title={`${duties.publish} · ${of.name}`} wide>
      {(close) => (
        <ActForm<typeof contracts.publishResponsibilityList, { lines: string; itemCodes: string[] }>
          command={publishResponsibilityList}
          initial={{ lines: (last?.duties ?? []).join('\n'), itemCodes: last?.itemCodes ?? of.itemCodes }}
          input={({ lines, itemCodes }) => ({ agentId: of.id, duties: linesOf(lines), itemCodes })}
          submit={duties.publish}
          said={({ edition }) => duties.published(edition)}
          onDone={close}
          fields={[
            {
              name: 'lines',
              label: duties.lines,
              hint: duties.linesHint,
              required: true,
              control: <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} />,
            },
            { name: 'itemCodes', label: duties.items, control: <ItemsPicker /> },
          ]}
        />
      )}
    </ActDialog>
  );
}
