import type { Operation } from './define.js';
import * as agents from './agents.js';
import * as approvals from './approvals.js';
import * as gateway from './gateway.js';
import * as notify from './notify.js';
import { OPERATOR } from './operator.js';
import * as projects from './projects.js';
import * as time from './time.js';

const modules = [time, gateway, projects, agents, approvals, notify, ...Object.values(OPERATOR)];
const values = modules.flatMap((module) => Object.values(module) as unknown[]);

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'kind' in value && ['command', 'query'].includes(String(value.kind));

/** Every operation that a contract file exports: the gateway and the documents are made from these. */
export const ALL_OPERATIONS = values.filter(isOperation);
