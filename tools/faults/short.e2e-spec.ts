import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../platform/root.js';

/** The run has a platform of its own: servers that are killed must not be those of the other tests. */
const LONGEST_MS = 400_000;

describe('the short selection of faults', () => {
  it(
    'survives every one of them, with nothing lost and nothing doubled',
    async () => {
      const run = promisify(execFile)(process.execPath, [join(ROOT, 'dist/tools/faults.js'), '--short'], { cwd: ROOT });
      const { stdout } = await run.catch((failed: { stdout: string }) => failed);
      // The whole run is shown when it fails: it names the seed to repeat it with.
      expect(stdout).toMatch(/faults: (\d+) tried, \1 survived, 0 lost, 0 doubled\n$/);
    },
    LONGEST_MS,
  );
});
