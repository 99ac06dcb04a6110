import { Injectable } from '@nestjs/common';
import type { getHoldings } from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { heldViews } from '../assignments/held.js';
import { contactViews } from '../chief-contacts/chief-contact.view.js';
import { HandOver } from '../hand-overs/hand-over.entity.js';
import { handOverViews } from '../hand-overs/hand-over.view.js';
import { liaisonViews } from '../liaisons/chief-liaison.view.js';
import { Transfer } from '../transfers/transfer.entity.js';
import { transferViews } from '../transfers/transfer.view.js';
import { openTerms, overseenAgent } from './held.js';

@Injectable()
export class HoldingsService {
  /** All of it, whatever the reader may see of the cases: nobody leaves behind what his manager did not know of (R17). */
  async get(context: QueryContext, { agentId }: Input<typeof getHoldings>) {
    const { em } = context;
    const { name: agentName } = await overseenAgent(context, agentId);
    const [terms, transfers, handOvers] = await Promise.all([
      openTerms(em, agentId),
      em.find(Transfer, { where: { liaisonAgentId: agentId, state: 'proposed' }, order: { receiptDueAt: 'ASC' } }),
      em.find(HandOver, {
        where: [
          { fromAgentId: agentId, state: 'proposed' },
          { toAgentId: agentId, state: 'proposed' },
        ],
        order: { proposedAt: 'ASC' },
      }),
    ]);
    return {
      agentId,
      agentName,
      assignments: await heldViews(em, terms.assignments),
      chiefContacts: await contactViews(em, terms.contacts),
      chiefLiaisons: await liaisonViews(em, terms.liaisons),
      transfers: await transferViews(context, transfers),
      handOvers: await handOverViews(context, handOvers),
    };
  }
}
