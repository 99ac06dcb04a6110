import { Controller } from '@nestjs/common';
import type { Fact, FactType } from '#libs/contracts/define.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import type { WorkContext } from '#libs/messaging/context.js';
import { OnFact } from '#libs/messaging/handlers.js';
import { Filing } from './filing.entity.js';
import { lockProgress, restage } from './keeping.js';

type Told<T extends FactType<typeof approvalEvents>> = Fact<typeof approvalEvents, T>;
type Identity = Omit<Told<'correctionSupplied'>['data'], 'handlingBody'> & { handlingBody: string | null };
type Change = Partial<Pick<Filing, 'state' | 'since' | 'expectedOn' | 'light' | 'notes' | 'documentNumber'>>;

const RESULT_NOTES = { granted: [], granted_with_deferral: ['容缺通过'], refused: ['不予通过'] };

/** Keeps the filings as approvals tells of them; those of one filing arrive in order. */
@Controller()
export class FilingsController {
  @OnFact(approvalEvents, 'submitted')
  submitted({ data }: Told<'submitted'>, context: WorkContext) {
    return this.keep(context, data, { state: 'submitted' });
  }

  @OnFact(approvalEvents, 'accepted')
  accepted({ data }: Told<'accepted'>, context: WorkContext) {
    const { acceptedOn: since, promisedDueOn, statutoryDueOn } = data;
    return this.keep(context, data, { state: 'accepted', since, expectedOn: promisedDueOn ?? statutoryDueOn });
  }

  @OnFact(approvalEvents, 'notAccepted')
  notAccepted({ data }: Told<'notAccepted'>, context: WorkContext) {
    return this.keep(context, data, { state: 'not_accepted', notes: [data.reason] });
  }

  @OnFact(approvalEvents, 'correctionRequested')
  correctionRequested({ data }: Told<'correctionRequested'>, context: WorkContext) {
    return this.keep(context, data, { state: 'correcting', notes: data.materials, expectedOn: data.dueOn });
  }

  @OnFact(approvalEvents, 'correctionSupplied')
  correctionSupplied({ data }: Told<'correctionSupplied'>, context: WorkContext) {
    return this.keep(context, data, { state: 'submitted' });
  }

  @OnFact(approvalEvents, 'specialProcedureBegun')
  specialProcedureBegun({ data }: Told<'specialProcedureBegun'>, context: WorkContext) {
    return this.keep(context, data, { state: 'special_procedure', notes: [data.cause] });
  }

  @OnFact(approvalEvents, 'specialProcedureEnded')
  specialProcedureEnded({ data }: Told<'specialProcedureEnded'>, context: WorkContext) {
    return this.keep(context, data, { state: 'accepted' });
  }

  @OnFact(approvalEvents, 'decided')
  decided({ data }: Told<'decided'>, context: WorkContext) {
    const { verified, decidedOn: since, documentNumber, result } = data;
    const state = verified ? 'decided' : 'to_be_verified';
    return this.keep(context, data, { state, since, documentNumber, notes: RESULT_NOTES[result] });
  }

  @OnFact(approvalEvents, 'completed')
  completed({ data }: Told<'completed'>, context: WorkContext) {
    const { on: since, documentNumber } = data;
    return this.keep(context, { ...data, handlingBody: null }, { state: 'decided', since, documentNumber });
  }

  @OnFact(approvalEvents, 'recordRejected')
  recordRejected({ data }: Told<'recordRejected'>, context: WorkContext) {
    return this.keep(context, data, { state: 'submitted', notes: [data.reason], documentNumber: null });
  }

  @OnFact(approvalEvents, 'cancelled')
  cancelled({ data }: Told<'cancelled'>, context: WorkContext) {
    return this.keep(context, data, { state: 'ended', notes: [data.reason] });
  }

  @OnFact(approvalEvents, 'withdrawn')
  withdrawn({ data }: Told<'withdrawn'>, context: WorkContext) {
    return this.keep(context, data, { state: 'ended', notes: [data.reason] });
  }

  @OnFact(approvalEvents, 'revoked')
  revoked({ data }: Told<'revoked'>, context: WorkContext) {
    return this.keep(context, data, { state: 'revoked', notes: [data.reason] });
  }

  /** The unit's own duties and the validity of results are no delay of the item (R135). */
  @OnFact(approvalEvents, 'deadlineNear')
  async deadlineNear({ data }: Told<'deadlineNear'>, context: WorkContext) {
    const { clock, light, approvalId, caseId } = data;
    if (clock !== 'statutory' && clock !== 'promised' && clock !== 'correction') return;
    const progress = await lockProgress(context, caseId);
    const filing = await context.lock(Filing, { id: approvalId });
    if (!filing) return;
    filing.light = light;
    await restage(context, progress);
  }

  /** A new state stands from the day of its fact, without the warnings and notes of the one before. */
  private async keep(context: WorkContext, data: Identity, change: Change): Promise<void> {
    const progress = await lockProgress(context, data.caseId);
    const { approvalId: id, caseId, itemCode, itemName, works, handlingBody } = data;
    const fresh = { since: context.today, light: null, notes: [], ...change };
    const known = await context.lock(Filing, { id });
    if (known) Object.assign(known, fresh, { handlingBody });
    else {
      const identity = { id, caseId, itemCode, itemName, works, handlingBody };
      context.add(Filing, { state: 'submitted', expectedOn: null, documentNumber: null, ...fresh, ...identity });
    }
    await restage(context, progress);
  }
}
