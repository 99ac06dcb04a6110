import { parseQuietHours, quietUntil } from './quiet-hours.js';

const usual = parseQuietHours('22:00-08:00');
const until = (now: string): string | undefined => quietUntil(new Date(now), usual)?.toISOString();

describe('quiet hours', () => {
  it('last from ten in the evening until eight the next morning in Shanghai', () => {
    expect(until('2026-11-23T21:59:59+08:00')).toBeUndefined();
    expect(until('2026-11-23T22:00:00+08:00')).toBe('2026-11-24T00:00:00.000Z');
    expect(until('2026-11-24T00:30:00+08:00')).toBe('2026-11-24T00:00:00.000Z');
    expect(until('2026-11-24T07:59:59+08:00')).toBe('2026-11-24T00:00:00.000Z');
    expect(until('2026-11-24T08:00:00+08:00')).toBeUndefined();
  });

  it('may lie within one day, or not be at all', () => {
    const noon = parseQuietHours('12:00-14:00');
    expect(quietUntil(new Date('2026-11-23T13:00:00+08:00'), noon)?.toISOString()).toBe('2026-11-23T06:00:00.000Z');
    expect(quietUntil(new Date('2026-11-23T14:00:00+08:00'), noon)).toBeNull();
    expect(quietUntil(new Date('2026-11-23T23:00:00+08:00'), parseQuietHours('none'))).toBeNull();
  });

  it('refuse to be guessed from anything else', () => {
    expect(() => parseQuietHours('22-8')).toThrow('22:00-08:00');
  });
});
