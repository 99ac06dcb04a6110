import { alternate, median } from './rounds.js';
import type { Side } from './rounds.js';

const answering = (asked: string[], name: string, answered: number[]): Side => {
  const rounds = [1, ...answered];
  return (seconds) => {
    asked.push(name);
    return Promise.resolve({ answered: rounds.shift() ?? 0, seconds, p50: 1, p99: 2, failed: 0, failure: null });
  };
};

describe('rounds', () => {
  it('are played by both sides in turn, and the median of each counts', async () => {
    const asked: string[] = [];
    const sides: [Side, Side] = [answering(asked, 'ours', [10, 90, 20]), answering(asked, 'base', [30, 40, 5])];
    const [ours, base] = await alternate(sides, { warmUp: 1, rounds: 3, seconds: 2 });
    expect([ours.throughput, base.throughput]).toEqual([10, 15]);
    expect(asked).toEqual(['ours', 'base', 'ours', 'base', 'ours', 'base', 'ours', 'base']);
  });

  it('with an answer that is no 2xx end the run', async () => {
    const failing: Side = (seconds) =>
      Promise.resolve({ answered: 5, seconds, p50: 1, p99: 1, failed: 1, failure: '409 filing_state' });
    await expect(alternate([failing, failing], { warmUp: 1, rounds: 1, seconds: 1 })).rejects.toThrow(
      '409 filing_state',
    );
  });

  it('have a median also where they are many', () => {
    expect(median([3, 1, 2])).toBe(2);
  });
});
