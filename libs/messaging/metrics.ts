import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Everything this process counts; the gauges of its database are set when they are asked for. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const counter = (name: string, help: string) =>
  new Counter({ name, help, labelNames: ['outcome'], registers: [registry] });

/** `done` or `refused`; of several instances each counts its own. */
export const commandsHandled = counter('commands_total', 'Commands this instance has answered');
export const queriesHandled = counter('queries_total', 'Queries this instance has answered');
/** `applied`, `passed` (done before or followed by nobody), `waiting` or `dead`. */
export const factsHandled = counter('facts_total', 'Facts this instance has settled');
export const commandSeconds = new Histogram({
  name: 'command_seconds',
  help: 'From a command’s turn to its stored answer',
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  registers: [registry],
});
