import type { WorkContext } from '#libs/messaging/context.js';

/** Something that comes due as business time moves. */
export interface DueWork {
  /** Does what has come due until `context.now`, in order of due time; returns how much that was. Cheap when nothing is due. */
  fire(context: WorkContext): Promise<number>;
}

/** The list of everything that comes due, put together in app.module.ts. */
export const DUE_WORK = Symbol('DueWork[]');
