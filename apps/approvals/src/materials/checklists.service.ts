import { Injectable } from '@nestjs/common';
import type { answerSituation, getChecklist } from '#libs/contracts/approvals/materials.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Material } from '../catalogue/material.entity.js';
import { ownSetOf, plannedItem } from '../filings/own-set.js';
import { caseChecklist } from './case-materials.js';
import { isAcceptable } from './checklist.js';
import { Situation } from './situation.entity.js';

@Injectable()
export class ChecklistsService {
  async get(context: QueryContext, input: Input<typeof getChecklist>) {
    const { caseId, itemCode, works = null, use } = input;
    await mustSee(context, caseId);
    const { items } = await plannedItem(context, { caseId, itemCode, works }, 'any_works');
    const known = { items, ownSet: await ownSetOf(context.em, caseId) };
    const materials = await caseChecklist(context.em, { caseId, item: itemCode, works, use }, known);
    return { acceptable: isAcceptable(materials), materials };
  }

  async answer(context: WorkContext, { caseId, situation: name, applies }: Input<typeof answerSituation>) {
    await mustSee(context, caseId);
    const asked = context.em
      .createQueryBuilder(Material, 'material')
      .where("material.row ->> 'condition' = :condition", { condition: `situation=${name}` });
    if (!(await asked.getExists())) throw fail('situation_unknown', { situation: name });
    const answer =
      (await context.lock(Situation, { caseId, name })) ?? context.add(Situation, { caseId, name, applies });
    answer.applies = applies;
    return { caseId, situation: name, applies };
  }
}
