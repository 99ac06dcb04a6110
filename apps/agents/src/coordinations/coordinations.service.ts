import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type {
  Coordination as View,
  answerCoordination,
  coordinate,
  listCoordinations,
  logCoordination,
} from '#libs/contracts/agents.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { routingEvents } from '#libs/contracts/facts.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Department } from '#libs/reference/tables/department.entity.js';
import { entrustedItem, lockCase, lockRunningCase, mustBeFirst, mustBeSigned } from '../cases/cases.js';
import { Item } from '../reference/item.entity.js';
import { Coordination } from './coordination.entity.js';

type Step = Input<typeof logCoordination> | Input<typeof answerCoordination>;

/** Items of the province: coordinated by matching line department, never transferred (R36). */
@Injectable()
export class CoordinationsService {
  async open(context: WorkContext, { caseId, itemCode, text }: Input<typeof coordinate>): Promise<View> {
    const found = await lockRunningCase(context, caseId);
    mustBeSigned(found);
    await mustBeFirst(context, found);
    const { name, level } = entrustedItem(found, itemCode);
    if (level !== 'province') throw fail('not_provincial', { item: name });
    const bodies = await this.counterparts(context, itemCode, name);
    context.onConflict('uq_coordination_open', fail('coordination_open', { item: name }));
    const coordination = context.add(Coordination, {
      caseId,
      itemCode,
      ...bodies,
      entries: [entryOf(context, text)],
      result: null,
      openedAt: context.now,
      answeredAt: null,
    });
    const coordinationId = coordination.id;
    context.publish(routingEvents, 'provinceCoordinated', { caseId, coordinationId, itemCode, ...bodies });
    return this.shown(context, coordination);
  }

  async log(context: WorkContext, step: Step): Promise<View> {
    const coordination = await this.lock(context, step);
    coordination.entries = [...coordination.entries, entryOf(context, step.text)];
    return this.shown(context, coordination);
  }

  async answer(context: WorkContext, step: Step): Promise<View> {
    const coordination = await this.lock(context, step);
    const { id: coordinationId, caseId, itemCode } = coordination;
    coordination.entries = [...coordination.entries, entryOf(context, step.text)];
    coordination.result = step.text;
    coordination.answeredAt = context.now;
    const fact = { caseId, coordinationId, itemCode, result: step.text };
    context.publish(routingEvents, 'coordinationAnswered', fact);
    return this.shown(context, coordination);
  }

  async list(context: QueryContext, { caseId }: Input<typeof listCoordinations>): Promise<{ items: View[] }> {
    await mustSee(context, caseId);
    const coordinations = await context.em.find(Coordination, { where: { caseId }, order: { openedAt: 'ASC' } });
    return { items: await coordinationViews(context.em, coordinations) };
  }

  private async lock(context: WorkContext, { caseId, coordinationId }: Step): Promise<Coordination> {
    await mustBeFirst(context, await lockCase(context, caseId));
    const coordination = await context.lock(Coordination, { id: coordinationId, caseId });
    if (!coordination) throw fail('not_found');
    if (coordination.answeredAt !== null) throw fail('coordination_answered');
    return coordination;
  }

  /** 市级行业主管部门 → the body above it. */
  private async counterparts({ em }: WorkContext, code: string, item: string) {
    const known = await em.findOneBy(Item, { code });
    const from = await em.findOneBy(Department, { code: known?.lineDepartment ?? '' });
    if (!from?.superiorCode) throw fail('no_superior_body', { item });
    return { fromDepartment: from.code, toDepartment: from.superiorCode };
  }

  private async shown(context: WorkContext, coordination: Coordination): Promise<View> {
    await context.flush();
    const [view] = await coordinationViews(context.em, [coordination]);
    if (!view) throw new Error('one coordination has one view');
    return view;
  }
}

const entryOf = ({ now, principal }: WorkContext, text: string) => ({
  at: now.toISOString(),
  by: principal.name,
  text,
});

async function coordinationViews(em: EntityManager, coordinations: readonly Coordination[]): Promise<View[]> {
  const codes = coordinations.flatMap(({ fromDepartment, toDepartment }) => [fromDepartment, toDepartment]);
  const departments = await em.findBy(Department, { code: In(codes) });
  const nameOf = (code: string) => departments.find((department) => department.code === code)?.name ?? code;
  return coordinations.map(({ openedAt, answeredAt, ...rest }) => ({
    ...rest,
    fromDepartmentName: nameOf(rest.fromDepartment),
    toDepartmentName: nameOf(rest.toDepartment),
    openedAt: openedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }));
}
