import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { day } from '../../parts/dates.js';
import { ItemState, Light, Mark } from '../../parts/marks.js';
import { items as words, levels, modes } from '../../texts/case-items.js';
import { needs } from '../../texts/words.js';
import type { CaseDetail } from './case-page.js';
import { ItemDetail } from './item-detail.js';
import type { Item, ItemRow } from './item-rows.js';

export interface ItemOf {
  of: CaseDetail;
  row: ItemRow;
}

/** One item in a line: what it is, where it stands, and in a sentence why it waits and who has it. */
export function ItemLine({ of, row }: ItemOf): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { item, blocker } = row;
  return (
    <li className={`item ${open ? 'open' : ''}`}>
      <button
        type="button"
        className="item-head"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
        <span className="item-name">
          <span className="code">{item.itemCode}</span> {item.name}
        </span>
      </button>
      <span className="item-who">
        {item.departmentName ?? ''} <span className="soft small">{placeOf(item)}</span>
      </span>
      <span className="item-state">
        {item.need === 'needed' ? <ItemState state={item.state} /> : <Mark tone="ink">{needs[item.need]}</Mark>}
        <Light light={item.light} />
      </span>
      <span className="item-dates small">{datesOf(item)}</span>
      <p className="item-why small">{blocker ? blocker.sentence : item.need === 'needed' ? '' : item.needReason}</p>
      {open && (
        <div id={id} className="item-detail">
          <ItemDetail of={of} row={row} />
        </div>
      )}
    </li>
  );
}

const levelWords: Readonly<Record<string, string>> = levels;
const modeWords: Readonly<Record<string, string>> = modes;

/** 县级 · 代办, as far as there is something to say. */
const placeOf = ({ need, level, mode }: Item): string =>
  need === 'not_needed' ? '' : [levelWords[level] ?? level, modeWords[mode] ?? mode].join(' · ');

function datesOf({ state, since, expectedOn, documentNumber }: Item): string {
  if (state === 'decided') return [documentNumber ?? '', since ? day(since) : ''].filter(Boolean).join(' · ');
  return [since ? words.since(day(since)) : '', expectedOn ? words.expected(day(expectedOn)) : '']
    .filter(Boolean)
    .join(' · ');
}
