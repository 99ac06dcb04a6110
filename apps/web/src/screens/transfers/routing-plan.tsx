import { WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { RoutingAction, getRouting as contract } from '#libs/contracts/agents.js';
import { Mark } from '../../parts/marks.js';
import { mainLevels, routingKinds, transfers } from '../../texts/transfers.js';

export type Routing = Output<typeof contract>;

const TONES: Record<RoutingAction['kind'], 'jade' | 'indigo' | 'ink' | 'gold' | 'cinnabar'> = {
  transfer_down: 'jade',
  transfer_up: 'jade',
  stays: 'ink',
  contact_directly: 'indigo',
  coordinate_province: 'indigo',
  co_handle: 'ink',
  ask: 'gold',
  gap: 'cinnabar',
};

export const itemNameIn =
  ({ items }: Routing) =>
  (code: string): string =>
    items.find((item) => item.code === code)?.name ?? code;

/** What goes where, with the reason in words; the level of every item can be unfolded. */
export function RoutingPlan({ of }: { of: Routing }): ReactNode {
  const nameOf = itemNameIn(of);
  return (
    <>
      <ul className="ways">
        {of.actions.map((action) => (
          <li key={`${action.kind} ${action.itemCodes.join()}`}>
            <Mark tone={TONES[action.kind]}>{routingKinds[action.kind]}</Mark>
            <div>
              <p>{action.reason}</p>
              {action.question && <p className="question">{action.question}</p>}
              {action.redLight && (
                <Mark tone="cinnabar" icon={<WarningFilled />}>
                  {transfers.asLiaison}
                </Mark>
              )}
              <p className="small soft">{action.itemCodes.map((code) => nameOf(code)).join('、')}</p>
            </div>
          </li>
        ))}
      </ul>
      {of.override && <p className="small">{transfers.overridden(of.override.reason)}</p>}
      <p className="small soft">
        {transfers.weight(mainLevels.county, of.county.items, of.county.weight)} ·{' '}
        {transfers.weight(mainLevels.city, of.city.items, of.city.weight)}
      </p>
      <details className="small">
        <summary>{transfers.itemsWhy(of.items.length)}</summary>
        <dl className="levels">
          {of.items.map(({ code, name, relation, levelReason }) => (
            <div key={code}>
              <dt>
                {name} <Mark tone="ink">{relation}</Mark>
              </dt>
              <dd>{levelReason}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
