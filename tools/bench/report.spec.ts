import { messagingMetric, reached, table } from './report.js';

describe('a metric', () => {
  it('compares so that more is better, whether high or low is good', () => {
    const fast = messagingMetric({ metric: 'a', value: 60, unit: '/s', beside: 100, better: 'higher' });
    const slow = messagingMetric({ metric: 'b', value: 20, unit: 'ms', beside: 5, better: 'lower' });
    expect([fast.ratio, slow.ratio]).toEqual([0.6, 0.25]);
  });

  it('is judged by its ratio where it has one, else by its value', () => {
    const compared = { metric: 'a', unit: '/s', better: 'higher', goal: 0.6 } as const;
    expect(reached(messagingMetric({ ...compared, value: 60, beside: 100 }))).toBe(true);
    expect(reached(messagingMetric({ ...compared, value: 59, beside: 100 }))).toBe(false);
    const alone = { metric: 'b', unit: 'ms', better: 'lower', goal: 15 } as const;
    expect(reached(messagingMetric({ ...alone, value: 15 }))).toBe(true);
    expect(reached(messagingMetric({ ...alone, value: 16 }))).toBe(false);
    expect(reached(messagingMetric({ metric: 'c', value: 1, unit: 'ms', better: 'lower' }))).toBeNull();
  });

  it('that misses its goal says so in the table', () => {
    const missed = messagingMetric({ metric: 'fact.p50', value: 16, unit: 'ms', goal: 15, better: 'lower' });
    expect(table([missed])).toMatch(/fact\.p50.*≤ 15.*MISSED/);
  });
});
