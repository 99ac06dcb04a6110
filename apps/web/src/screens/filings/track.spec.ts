import fc from 'fast-check';
import { placed, share } from './track.js';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a time line', () => {
  it('puts a day between its ends and never outside', () => {
    expect(share('2026-11-16', '2026-11-02', '2026-11-30')).toBe(0.5);
    fc.assert(
      fc.property(day, day, day, (at, from, to) => {
        const place = share(at, from, to);
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never gives a stretch a negative width, and lets one that lasts go on to today', () => {
    const frame = { from: '2026-11-02', to: '2026-11-30', today: '2026-11-16' };
    expect(placed({ from: '2026-11-02', to: null }, frame)).toEqual({ left: 0, width: 50 });
    fc.assert(
      fc.property(day, fc.option(day), (from, to) => {
        expect(placed({ from, to }, frame).width).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
