/** Refusals of the approvals service; the sentences of F01–F10 and the reserve messages are those of rules.md, section M. */
export const approvalsErrors = {} as const;
