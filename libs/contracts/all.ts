import { factName } from './define.js';
import type { Operation, Stream } from './define.js';
import * as agents from './agents.js';
import * as approvals from './approvals.js';
import * as facts from './facts.js';
import * as gateway from './gateway.js';
import * as notify from './notify.js';
import { OPERATOR } from './operator.js';
import * as projects from './projects.js';
import * as time from './time.js';

const modules = [facts, time, gateway, projects, agents, approvals, notify, ...Object.values(OPERATOR)];
const values = modules.flatMap((module) => Object.values(module) as unknown[]);

const isOf = (value: unknown, kinds: string[]): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && kinds.includes(String(value.kind));

/** Every operation and every stream that a contract file exports: the gateway, the documents and the topics are made from these. */
export const ALL_OPERATIONS = values.filter((value): value is Operation => isOf(value, ['command', 'query']));
export const ALL_STREAMS = values.filter((value): value is Stream => isOf(value, ['stream']));

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
