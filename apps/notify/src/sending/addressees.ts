import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { agentContacts } from '#libs/contracts/agents.js';
import type { Query } from '#libs/contracts/define.js';
import type { MessageReason } from '#libs/contracts/notify.js';
import { unitContacts } from '#libs/contracts/projects.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Bus } from '#libs/messaging/bus.js';
import { CaseCopy } from '../copies/case-copy.entity.js';
import { managersOf } from '../copies/managers.js';
import { ProjectCopy } from '../copies/project-copy.entity.js';
import type { MessageRow } from '../messages/message.entity.js';
import { businessNow } from './step.js';

interface Contact {
  name: string;
  mobile: string;
}

export interface Reached {
  state: 'reached';
  contact: Contact;
  /** What the message says. */
  values: Record<string, string>;
}

/** Who gets a message; or why it cannot be sent now, or at all. */
export type Found = Reached | { state: 'later'; reason: MessageReason } | { state: 'nobody'; reason: MessageReason };

type Answered<T> = { state: 'done'; output: T } | { state: 'refused' | 'away' };

const MOBILE = /^1\d{10}$/;
const AWAY: Found = { state: 'later', reason: 'owner_away' };
const NO_CONTACT: Found = { state: 'nobody', reason: 'no_contact' };

/** Finds receivers; their numbers are asked of the owners at the moment of sending and kept nowhere. */
export class Addressees {
  constructor(
    private readonly source: DataSource,
    private readonly bus: Pick<Bus, 'query'>,
  ) {}

  async find(message: MessageRow): Promise<Found> {
    const em = this.source.manager;
    const known = await em.findOneBy(CaseCopy, { id: message.caseId });
    const project = known?.projectId ? await em.findOneBy(ProjectCopy, { id: known.projectId }) : null;
    if (!known?.number || !known.unitId || !project) return { state: 'later', reason: 'case_unknown' };
    const values = { ...message.variables, caseNumber: known.number, projectName: project.name };
    if (message.addressee === 'unit') return await this.unit(known.unitId, values);
    if (message.addressee === 'principal') return await this.agent(known.principalAgentId, 'no_principal', values);
    const [kind, id = ''] = message.addressee.split(':');
    if (kind === 'agent') return await this.agent(id, 'no_contact', values);
    const [manager = null] = await managersOf(em, id);
    return await this.agent(manager, 'no_manager', values);
  }

  private async unit(unitId: string, values: Record<string, string>): Promise<Found> {
    const answer = await this.ask(unitContacts, { unitId });
    if (answer.state !== 'done') return answer.state === 'away' ? AWAY : NO_CONTACT;
    const { contactName: name, contactMobile: mobile } = answer.output;
    return MOBILE.test(mobile) ? { state: 'reached', contact: { name, mobile }, values } : NO_CONTACT;
  }

  private async agent(agentId: string | null, without: MessageReason, values: Record<string, string>): Promise<Found> {
    if (!agentId) return { state: 'nobody', reason: without };
    const answer = await this.ask(agentContacts, { agentIds: [agentId] });
    if (answer.state !== 'done') return answer.state === 'away' ? AWAY : NO_CONTACT;
    const contact = answer.output.items.find((item) => item.agentId === agentId);
    return contact ? { state: 'reached', contact, values } : NO_CONTACT;
  }

  private async ask<I extends z.ZodObject, O extends z.ZodType>(
    contract: Query<I, O>,
    input: z.input<I>,
  ): Promise<Answered<z.output<O>>> {
    const businessTime = await businessNow(this.source.manager);
    const request = { principal: PLATFORM, businessTime, correlationId: contract.name };
    const outcome = await this.bus.query(contract, input, request);
    if (outcome.state !== 'answered') return { state: 'away' };
    const { answer } = outcome;
    if (answer.status === 'done') return { state: 'done', output: contract.output.parse(answer.output) };
    return { state: answer.code === 'service_unavailable' || answer.code === 'internal' ? 'away' : 'refused' };
  }
}
