import type { Service } from '#libs/contracts/define.js';
import { presentServices } from '../platform/services.js';
import type { Settings } from '../platform/config.js';
import { onGround, withFilings } from './ground.js';
import type { Filings, Ground } from './ground.js';
import { facts } from './messaging/facts.js';
import { growth } from './messaging/growth.js';
import { idle } from './messaging/idle.js';
import { startNotes } from './messaging/notes.js';
import type { Notes } from './messaging/notes.js';
import { operations } from './messaging/operations.js';
import { simultaneous } from './messaging/simultaneous.js';
import { stock } from './messaging/stock.js';
import { two } from './messaging/two.js';
import type { Metric } from './report.js';

const PACE = { warmUp: 2, rounds: 3, seconds: 4 };
const SHORT = { warmUp: 1, rounds: 3, seconds: 2 };
/** Whoever takes part in the operations that are measured; the others would only take of the machine. */
const NEEDED: Service[] = ['gateway', 'approvals'];

const onFilings = (settings: Settings, task: (ground: Ground, filings: Filings) => Promise<Metric[]>) =>
  onGround(settings, NEEDED, (ground) => withFilings(ground, (filings) => task(ground, filings)));

const onNotes = (settings: Settings, task: (ground: Ground, notes: Notes) => Promise<Metric[]>) =>
  onGround(settings, [], async (ground) => task(ground, await startNotes(ground)));

/** Everything about libs/messaging, each part on servers begun anew. `quick` is for those who work on it. */
export const MESSAGING: Record<string, (settings: Settings) => Promise<Metric[]>> = {
  quick: (settings) => onFilings(settings, (ground, filings) => operations(ground, filings, [1, 64], SHORT)),
  operations: (settings) =>
    onFilings(settings, (ground, filings) => operations(ground, filings, [1, 16, 64, 256], PACE)),
  stock: (settings) => onNotes(settings, (ground, notes) => stock(ground, notes, { ...SHORT, warmUp: 10 })),
  simultaneous: (settings) => onFilings(settings, simultaneous),
  facts: (settings) => onNotes(settings, facts),
  two: (settings) => onFilings(settings, (ground, filings) => two(ground, filings, { ...SHORT, warmUp: 6 })),
  growth: (settings) => onFilings(settings, (ground, filings) => growth(ground, filings, SHORT)),
  idle: (settings) => onGround(settings, presentServices(), idle),
};
