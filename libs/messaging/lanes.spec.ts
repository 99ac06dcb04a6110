import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { KeyedLanes } from './lanes.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('lanes', () => {
  it('run the tasks of one key in order and never two at once, whatever the keys and the durations', async () => {
    const tasks = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), turns: fc.nat(3) }), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(tasks, fc.integer({ min: 1, max: 4 }), async (given, width) => {
        const lanes = new KeyedLanes(width);
        const done = new Map<string, number[]>();
        const busy = new Set<string>();
        let widest = 0;
        given.forEach(({ key, turns }, index) =>
          lanes.push(key, async () => {
            expect(busy.has(key)).toBe(false);
            busy.add(key);
            widest = Math.max(widest, busy.size);
            for (let left = turns; left > 0; left -= 1) await turn();
            busy.delete(key);
            done.set(key, [...(done.get(key) ?? []), index]);
          }),
        );
        await lanes.idle();
        expect(lanes.size).toBe(0);
        expect(widest).toBeLessThanOrEqual(width);
        expect([...done.values()].flat()).toHaveLength(given.length);
        for (const order of done.values()) expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });

  it('let other keys go on while one waits', async () => {
    const lanes = new KeyedLanes(2);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const seen: string[] = [];
    lanes.push('stuck', () => gate);
    lanes.push('stuck', async () => void (await Promise.resolve(seen.push('stuck'))));
    for (const key of ['x', 'y', 'z']) lanes.push(key, async () => void (await Promise.resolve(seen.push(key))));
    await sleep(5);
    expect(seen).toEqual(['x', 'y', 'z']);
    expect(lanes.size).toBe(2);
    release();
    await lanes.idle();
    expect(seen).toEqual(['x', 'y', 'z', 'stuck']);
  });

  it('give a busy key no more than its turn', async () => {
    const lanes = new KeyedLanes(1);
    const seen: string[] = [];
    const say = (word: string) => async () => void (await Promise.resolve(seen.push(word)));
    for (const word of ['a1', 'a2', 'a3']) lanes.push('a', say(word));
    lanes.push('b', say('b1'));
    await lanes.idle();
    expect(seen).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  it('are idle at once when nothing was pushed', async () => {
    await expect(new KeyedLanes(1).idle()).resolves.toBeUndefined();
  });
});
