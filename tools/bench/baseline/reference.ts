import type pg from 'pg';
import { WorkCalendar } from '#libs/calendar/work-calendar.js';
import type { CalendarDay } from '#libs/reference/tables/calendar-day.entity.js';
import type { ItemRow, MaterialRow } from '#libs/reference/rows.js';

/** What seldom changes, read once: the catalogue in force today, its materials and the working calendar. */
export class Reference {
  private constructor(
    readonly items: ReadonlyMap<string, ItemRow>,
    readonly materials: readonly MaterialRow[],
    readonly calendar: WorkCalendar,
  ) {}

  static async load(pool: pg.Pool): Promise<Reference> {
    const items = await pool.query<{ code: string; row: ItemRow }>(
      'SELECT DISTINCT ON (code) code, row FROM item_version WHERE valid_from <= current_date ORDER BY code, ordinal DESC',
    );
    const materials = await pool.query<{ row: MaterialRow }>('SELECT row FROM material ORDER BY item_code, seq');
    const days = await pool.query<CalendarDay>('SELECT day, workday, source, note FROM calendar_day ORDER BY day');
    return new Reference(
      new Map(items.rows.map(({ code, row }) => [code, row])),
      materials.rows.map(({ row }) => row),
      new WorkCalendar(days.rows),
    );
  }
}
