import type { WorkContext } from '#libs/messaging/context.js';

/** 办件 BJ, 预审批 YS. */
export type Prefix = 'BJ' | 'YS';

const SEQUENCES: Record<Prefix, string> = { BJ: 'approval_number_seq', YS: 'pre_approval_number_seq' };

/** The next number people read, as BJ2026000017; numbers may leave gaps. */
export async function nextNumber({ em, today }: WorkContext, prefix: Prefix): Promise<string> {
  const [row] = await em.query<{ next: string }[]>('SELECT nextval($1::regclass) AS next', [SEQUENCES[prefix]]);
  return `${prefix}${today.slice(0, 4)}${(row?.next ?? '').padStart(6, '0')}`;
}
