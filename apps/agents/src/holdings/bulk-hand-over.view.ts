import type { z } from 'zod';
import { undoBulkHandOver } from '#libs/contracts/agents.js';
import type { BulkHandOver as View } from '#libs/contracts/agents.js';
import { may } from '#libs/identity/principal.js';
import type { QueryContext } from '#libs/messaging/context.js';
import type { BulkHandOver } from './bulk-hand-over.entity.js';

export function bulkView(
  { today, principal }: QueryContext,
  bulk: BulkHandOver,
  agentName: string,
): z.input<typeof View> {
  const { name, permission } = undoBulkHandOver;
  const isOpen = bulk.undoneAt === null && bulk.handedOn === today;
  return {
    ...bulk,
    agentName,
    undoneAt: bulk.undoneAt?.toISOString() ?? null,
    actions: isOpen && may(principal, permission) ? [name] : [],
  };
}
