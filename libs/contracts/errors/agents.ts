/** Refusals of the agents service; the sentences of F01–F10 and the reserve messages are those of rules.md, section M. */
export const agentsErrors = {} as const;
