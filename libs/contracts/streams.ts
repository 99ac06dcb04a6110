import { factName } from './define.js';
import type { Stream } from './define.js';
import * as facts from './facts.js';

// Apart from all.ts: a service knows every stream, but only its own operations.

const isStream = (value: object): value is Stream => 'kind' in value && value.kind === 'stream';

/** Every stream there is: the topics are made from these. */
export const ALL_STREAMS = Object.values<object>(facts).filter(isStream);

const FACTS = new Map(
  ALL_STREAMS.flatMap((stream) =>
    Object.entries(stream.types).map(([type, schema]) => [factName(stream.topic, type), { stream, type, schema }]),
  ),
);

/** The stream, type and payload schema of a fact's name, as `case.applied`. */
export function factByName(name: string) {
  const fact = FACTS.get(name);
  if (!fact) throw new Error(`no contract declares the fact ${name}`);
  return fact;
}
