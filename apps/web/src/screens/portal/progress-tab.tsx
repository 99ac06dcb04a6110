import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { day } from '../../parts/dates.js';
import { ItemState, Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { progressWords } from '../../texts/portal.js';
import { ItemNeeds } from './item-needs.js';
import type { Progress, Shown } from './unit-case.js';

type Item = Progress['items'][number];

const isDone = ({ state }: Item): boolean => state === 'decided' || state === 'ended';
const isAhead = ({ state }: Item): boolean => state === 'not_started' || state === 'pre_approved';

/** Every item in plain words: what is under way first, then what comes, then what is done. */
export function ProgressTab({ of }: { of: Shown }): ReactNode {
  const { items } = of.progress;
  const [shown, setShown] = useState<Item | null>(null);
  if (items.length === 0) return <p className="soft">{progressWords.empty}</p>;
  const parts = [
    { title: progressWords.running, of: items.filter((item) => !isDone(item) && !isAhead(item)) },
    { title: progressWords.ahead, of: items.filter(isAhead) },
    { title: progressWords.done, of: items.filter(isDone) },
  ].filter((part) => part.of.length > 0);
  return (
    <>
      {parts.map((part) => (
        <Section key={part.title} title={`${part.title}(${part.of.length})`}>
          <ul className="plain portal-items">
            {part.of.map((item) => (
              <Line key={item.itemCode} item={item} onOpen={() => setShown(item)} />
            ))}
          </ul>
        </Section>
      ))}
      <Drawer open={shown !== null} onClose={() => setShown(null)} title={shown?.name} size={480} destroyOnHidden>
        {shown && <ItemNeeds of={of} itemCode={shown.itemCode} />}
      </Drawer>
    </>
  );
}

function Line({ item, onOpen }: { item: Item; onOpen: () => void }): ReactNode {
  const { name, what, who, state, since, expectedOn, light } = item;
  const done = isDone(item);
  return (
    <li>
      <Button type="link" className="portal-item" onClick={onOpen} aria-label={progressWords.more(name)}>
        {name}
      </Button>
      <span className="portal-item-marks">
        {light && <Mark tone="gold">{light}</Mark>} <ItemState state={state} />
      </span>
      <p>
        {what}
        {!done && ` · ${progressWords.who(who)}`}
      </p>
      <p className="soft">
        {since && (done ? progressWords.doneOn(day(since)) : progressWords.since(day(since)))}
        {expectedOn && !done && ` · ${progressWords.expected(day(expectedOn))}`}
      </p>
    </li>
  );
}
