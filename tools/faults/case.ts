import type { Finding } from './judge.js';
import type { World } from './world.js';

/** One fault, tried under load: who adds one writes one of these into the list of its file. */
export interface FaultCase {
  /** Its place in the list of faults (docs), 1–43; several cases may share one. */
  number: number;
  /** [zh, en]; unique among all cases. */
  name: readonly [string, string];
  /** In `--short`, the selection of `npm test`. */
  short?: true;
  /** Why it cannot be tried on this machine; null when it can. */
  obstacle?: () => string | null;
  /** The oracle's own test: something is broken on purpose, and the judge must find this. */
  mustFind?: Finding['kind'];
  /** How many callers are at it; 12 by default. */
  callers?: number;
  /**
   * Injects the fault under load and heals it; how often it was injected, 1 if it does not say. The load runs 2 s before and
   * 3 s after it. Throws when the platform did not behave as it promises: then the fault was not survived.
   */
  inject: (world: World) => Promise<number | void>;
}

/** A fault that cannot be tried here, and why not. */
export interface Untried extends Pick<FaultCase, 'number' | 'name'> {
  reason: string;
}
