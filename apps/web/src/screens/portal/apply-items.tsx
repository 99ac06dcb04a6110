import { Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listItems as contract } from '#libs/contracts/approvals.js';
import { useAsk } from '../../api/hooks.js';
import { getItem, listItems } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { apply } from '../../texts/apply.js';
import { stageMeaning, stageName } from '../../texts/stages.js';
import type { StepProps } from './apply.js';

type Item = Output<typeof contract>['items'][number];

/** All items or some, and what each of them is. */
export function ItemsStep({ of, change }: StepProps): ReactNode {
  return (
    <>
      <h2>{apply.whichItems}</h2>
      <Radio.Group
        className="choices"
        aria-label={apply.whichItems}
        value={of.scope}
        onChange={({ target }) => change({ scope: target.value === 'some' ? 'some' : 'all' })}
      >
        <Radio value="all" className="choice">
          <strong>{apply.all}</strong>
          <span className="choice-words">{apply.allHint}</span>
        </Radio>
        <Radio value="some" className="choice">
          <strong>{apply.some}</strong>
          <span className="choice-words">{apply.someHint}</span>
        </Radio>
      </Radio.Group>
      {of.scope === 'some' && <Some of={of} change={change} />}
    </>
  );
}

function Some({ of, change }: StepProps): ReactNode {
  return (
    <>
      <p role="status">{of.items.length > 0 ? apply.chosen(of.items.length) : apply.chooseOne}</p>
      <Answer of={useAsk(listItems, {})}>
        {({ items }) => (
          <Checkbox.Group
            className="stage-choices"
            value={of.items}
            onChange={(chosen) => change({ items: chosen.map(String) })}
          >
            {[...Map.groupBy(items, ({ stage }) => stage)].map(([stage, inStage]) => (
              <fieldset key={stage}>
                <legend>{stageName(stage)}</legend>
                <p className="soft">{stageMeaning(stage)}</p>
                {inStage.map((item) => (
                  <Choice key={item.code} of={item} />
                ))}
              </fieldset>
            ))}
          </Checkbox.Group>
        )}
      </Answer>
    </>
  );
}

function Choice({ of: { code, name, promisedWorkdays } }: { of: Item }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <div className="item-choice">
      <Checkbox value={code}>
        {name} {promisedWorkdays > 0 && <span className="soft small">{apply.days(promisedWorkdays)}</span>}
      </Checkbox>
      <Button
        type="text"
        shape="circle"
        aria-expanded={open}
        aria-label={apply.whatIsIt(name)}
        onClick={() => setOpen(!open)}
      >
        ?
      </Button>
      {open && <Meaning code={code} />}
    </div>
  );
}

function Meaning({ code }: { code: string }): ReactNode {
  return (
    <div className="item-meaning">
      <Answer of={useAsk(getItem, { code })}>
        {({ conditionNote, outputDocument, materials }) => (
          <>
            {conditionNote && <p>{conditionNote}</p>}
            {outputDocument && (
              <p>
                {apply.result}: {outputDocument}
              </p>
            )}
            {materials.length > 0 && <p>{apply.papers(materials.length)}</p>}
          </>
        )}
      </Answer>
    </div>
  );
}
