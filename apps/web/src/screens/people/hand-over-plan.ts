import type { handOverAll } from '#libs/contracts/agents.js';
import type { RawInput } from '#libs/contracts/define.js';

type Wanted = RawInput<typeof handOverAll>;
export type Trial = Omit<Wanted, 'skipRefused'>;

/** What the wizard has been told so far. */
export interface Plan {
  cause: Wanted['cause'];
  text: string;
  defaultTo: string | undefined;
  /** Who takes one holding instead of the default, by the holding's id. */
  takers: Readonly<Record<string, string | undefined>>;
}

export const EMPTY: Plan = { cause: 'leave', text: '', defaultTo: undefined, takers: {} };

/** The plan as the command asks for it: only who differs from the default is named. */
export function wantedOf(agentId: string, { cause, text, defaultTo, takers }: Plan): Trial {
  return {
    agentId,
    cause,
    text: text.trim(),
    takers: Object.entries(takers).flatMap(([holdingId, toAgentId]) =>
      toAgentId === undefined || toAgentId === defaultTo ? [] : [{ holdingId, toAgentId }],
    ),
    defaultToAgentId: defaultTo ?? null,
  };
}
