import { remindersBefore } from '#libs/calendar/clock.js';
import { nationalCalendar } from '#libs/calendar/published.js';
import { readReference } from '#libs/reference/reference.js';
import { dutiesFrom } from './duties.js';
import { WARNING_LEADS } from './warning-leads.js';

const { items } = readReference('data');
const dutiesOf = (code: string, decidedOn: string) => {
  const item = items.find((row) => row.code === code);
  if (!item) throw new Error(`no item ${code}`);
  return dutiesFrom(item, decidedOn, null);
};

describe('what a result asks of the unit (R135)', () => {
  it('is to start within three months of the construction permit, reminded seven days before', () => {
    const [start] = dutiesOf('C04', '2026-03-02');
    expect(start).toEqual({
      kind: 'unit_duty',
      what: '领证之日起3个月内开工',
      dueOn: '2026-06-02',
      fulfilledBy: 'G01',
    });
    expect(remindersBefore('2026-06-02', [WARNING_LEADS.unit_duty], nationalCalendar())).toEqual(['2026-05-26']);
  });

  it('is to mind how long the result is valid', () => {
    expect(dutiesOf('P03', '2026-11-23')).toMatchObject([{ kind: 'validity', dueOn: '2031-11-23' }]);
    expect(dutiesOf('A07', '2026-11-23')).toMatchObject([{ dueOn: '2029-11-23' }]);
  });

  it('is nothing where the catalogue names neither', () => {
    expect(dutiesOf('C11', '2026-11-23')).toEqual([]);
    expect(dutiesOf('A01', '2026-11-23')).toEqual([]);
  });
});
