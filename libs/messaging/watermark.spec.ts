import fc from 'fast-check';
import { Watermark } from './watermark.js';

interface Model {
  taken: bigint[];
  finished: Set<bigint>;
}

/** The first offset that is not finished, or the one after the last. */
const expected = ({ taken, finished }: Model): bigint =>
  taken.find((offset) => !finished.has(offset)) ?? (taken.at(-1) ?? 0n) + 1n;

describe('the watermark', () => {
  it('never passes an unfinished record and never falls behind a finished run', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('take' as const), gap: fc.bigInt(1n, 3n) }),
      fc.record({ do: fc.constant('finish' as const), which: fc.nat(30) }),
      fc.record({ do: fc.constant('commit' as const) }),
    );
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 60n), fc.array(step, { maxLength: 80 }), (start, steps) => {
        const mark = new Watermark();
        const model: Model = { taken: [], finished: new Set() };
        let committed = start;
        let next = start;
        for (const at of steps) {
          if (at.do === 'take') {
            mark.take(String(next));
            model.taken.push(next);
            next += at.gap;
          } else if (at.do === 'finish') {
            const offset = model.taken[at.which % Math.max(model.taken.length, 1)];
            if (offset === undefined) continue;
            mark.finish(String(offset));
            model.finished.add(offset);
          } else {
            const due = mark.due();
            const wanted = model.taken.length === 0 ? committed : expected(model);
            expect(due).toBe(wanted === committed ? null : String(wanted));
            if (due === null) continue;
            mark.commit(due);
            committed = BigInt(due);
          }
        }
      }),
    );
  });

  it('has nothing to commit before the first record and after a commit without news', () => {
    const mark = new Watermark();
    expect(mark.due()).toBeNull();
    mark.take('7');
    expect(mark.due()).toBeNull();
    mark.finish('7');
    expect(mark.due()).toBe('8');
    mark.commit('8');
    expect(mark.due()).toBeNull();
  });

  it('counts beyond what a double can', () => {
    const mark = new Watermark();
    mark.take('9007199254740993');
    mark.finish('9007199254740993');
    expect(mark.due()).toBe('9007199254740994');
  });
});
