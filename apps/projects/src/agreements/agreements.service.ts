import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { PlanItem } from '#libs/contracts/facts.js';
import type { draftAgreement, fileSignedAgreement, listAgreements, signAgreement } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { lockCase, mustBeFirst, progressOf, readCase } from '../cases/access.js';
import type { ServiceCase } from '../cases/service-case.entity.js';
import { mustBe, next } from '../cases/service-case.machine.js';
import { membershipOf } from '../project-lists/in-force.js';
import { Project } from '../projects/project.entity.js';
import { Unit } from '../units/unit.entity.js';
import { Agreement, isSigned } from './agreement.entity.js';
import { agreementView } from './agreement.view.js';
import { INSTITUTION_DUTIES, UNIT_DUTIES } from './texts.js';

@Injectable()
export class AgreementsService {
  async draft(context: WorkContext, input: Input<typeof draftAgreement>) {
    const { caseId, reason } = input;
    const found = await lockCase(context, caseId);
    await mustBeFirst(context, found);
    mustBe(found.state, ['applied', 'active'], '拟定协议');
    if (found.state === 'active' && !reason) throw fail('supplement_needs_reason');
    const versions = await versionsOf(context, caseId);
    const items = await this.itemsOf(context, caseId, input.itemCodes);
    if (found.state === 'active') await this.mustMayAdd(context, found, items, versions);
    const agreement = context.add(Agreement, {
      caseId,
      agreementVersion: versions.length + 1,
      reason: found.state === 'active' ? (reason ?? null) : null,
      items,
      institutionDuties: input.institutionDuties ?? INSTITUTION_DUTIES,
      unitDuties: input.unitDuties ?? UNIT_DUTIES,
      unitSignature: null,
      institutionSignature: null,
      scanFileId: null,
      scanSignedOn: null,
    });
    await context.flush();
    return agreementView(agreement, [...versions, agreement]);
  }

  async sign(context: WorkContext, { caseId, agreementId }: Input<typeof signAgreement>) {
    const { principal } = context;
    const { found, agreement, versions } = await this.toSign(context, caseId, agreementId);
    const by = principal.kind === 'unit' ? 'unit' : 'institution';
    if (by === 'institution') await mustBeFirst(context, found);
    const side = by === 'unit' ? 'unitSignature' : 'institutionSignature';
    if (agreement[side]) throw fail('agreement_signed_already');
    agreement[side] = { name: principal.name, at: context.now.toISOString() };
    this.publishSigned(context, agreement, [by]);
    this.takeEffect(context, found, agreement);
    await context.flush();
    return agreementView(agreement, versions);
  }

  async fileScan(context: WorkContext, input: Input<typeof fileSignedAgreement>) {
    const { caseId, agreementId, signedOn } = input;
    const { found, agreement, versions } = await this.toSign(context, caseId, agreementId);
    await mustBeFirst(context, found);
    if (signedOn > context.today) throw fail('day_in_future');
    const at = `${signedOn}T00:00:00+08:00`;
    const open = (['unit', 'institution'] as const).filter((by) => !agreement[`${by}Signature`]);
    agreement.unitSignature ??= { name: input.unitSignatory, at };
    agreement.institutionSignature ??= { name: input.institutionSignatory, at };
    Object.assign(agreement, { scanFileId: input.fileId, scanSignedOn: signedOn });
    this.publishSigned(context, agreement, open);
    this.takeEffect(context, found, agreement);
    await context.flush();
    return agreementView(agreement, versions);
  }

  async list(context: QueryContext, { caseId }: Input<typeof listAgreements>) {
    await readCase(context, caseId);
    const versions = await versionsOf(context, caseId);
    return { items: versions.map((agreement) => agreementView(agreement, versions)) };
  }

  /** Only the newest version can be signed, and only once. */
  private async toSign(context: WorkContext, caseId: string, agreementId: string) {
    const found = await lockCase(context, caseId);
    mustBe(found.state, ['applied', 'active'], '签署协议');
    const versions = await context.lockAll(Agreement, { caseId });
    const agreement = versions.find(({ id }) => id === agreementId);
    if (!agreement) throw fail('not_found');
    const newest = Math.max(...versions.map(({ agreementVersion }) => agreementVersion));
    if (agreement.agreementVersion < newest) throw fail('agreement_replaced', { version: newest });
    if (isSigned(agreement)) throw fail('agreement_signed_already');
    return { found, agreement, versions };
  }

  private publishSigned(
    context: WorkContext,
    { id, caseId, agreementVersion }: Agreement,
    sides: ('unit' | 'institution')[],
  ) {
    for (const by of sides) {
      context.publish(caseEvents, 'agreementSigned', { caseId, agreementId: id, by, version: agreementVersion });
    }
  }

  /** Both have signed: the service starts, or the supplement changes what is entrusted (R44, R45). */
  private takeEffect(context: WorkContext, found: ServiceCase, agreement: Agreement): void {
    if (!isSigned(agreement)) return;
    const { id: agreementId, caseId, agreementVersion: version } = agreement;
    const itemCodes = agreement.items.map(({ itemCode }) => itemCode);
    found.entrusted = itemCodes;
    if (found.state === 'active')
      return context.publish(caseEvents, 'entrustmentChanged', { caseId, itemCodes, version });
    found.state = next(found.state, 'activate');
    context.publish(caseEvents, 'activated', { caseId, agreementId, itemCodes });
  }

  /** Default: what the plan says the unit entrusts. */
  private async itemsOf(context: WorkContext, caseId: string, codes: string[] | undefined) {
    const { plan, planVersion } = await progressOf(context, caseId);
    if (planVersion === null) throw fail('not_yet_known');
    const possible = plan.filter(({ need }) => need !== 'not_needed');
    const chosen = codes ? chosenOf(possible, codes) : possible.filter(({ entrusted }) => entrusted);
    if (chosen.length === 0) throw fail('agreement_empty');
    return chosen.map(({ itemCode, name }) => ({ itemCode, name }));
  }

  /** R4: of a project that has left the lists the running items go on, none is added. */
  private async mustMayAdd(context: WorkContext, found: ServiceCase, items: Agreement['items'], versions: Agreement[]) {
    const agreed =
      versions
        .filter(isSigned)
        .at(-1)
        ?.items.map(({ itemCode }) => itemCode) ?? [];
    const added = items.filter(({ itemCode }) => !agreed.includes(itemCode));
    if (added.length === 0) return;
    const project = await context.em.findOneByOrFail(Project, { id: found.projectId });
    const { uscc } = await context.em.findOneByOrFail(Unit, { id: project.unitId });
    const membership = await membershipOf(context.em, { uscc, name: project.name }, Number(context.today.slice(0, 4)));
    if (!membership) throw fail('no_new_items', { items: added.map(({ name }) => name) });
  }
}

const versionsOf = ({ em }: QueryContext, caseId: string): Promise<Agreement[]> =>
  em.find(Agreement, { where: { caseId }, order: { agreementVersion: 'ASC' } });

function chosenOf(possible: readonly PlanItem[], codes: readonly string[]): PlanItem[] {
  const unknown = codes.filter((code) => !possible.some(({ itemCode }) => itemCode === code));
  if (unknown.length > 0) throw fail('item_not_in_plan', { items: unknown });
  return possible.filter(({ itemCode }) => codes.includes(itemCode));
}
