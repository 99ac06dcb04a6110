import { Injectable } from '@nestjs/common';
import type { getItem, listCompetence, listItems } from '#libs/contracts/approvals/catalogue.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { bodyNames, itemsOn, materialsOf, newestVersions } from './catalogue.js';
import { cityBodyOf, competenceView, detailView, itemView } from './catalogue.view.js';
import { Competence } from './competence.entity.js';

@Injectable()
export class CatalogueService {
  async items({ em, today }: QueryContext, { stage, level, q }: Input<typeof listItems>) {
    const versions = await newestVersions(em, today);
    const found = versions.filter(
      ({ row }) =>
        (!stage || row.stage === stage) &&
        (!level || row.level.includes(level)) &&
        (!q || row.nameZh.includes(q) || row.code.toLowerCase() === q.toLowerCase()),
    );
    return { items: found.map(itemView) };
  }

  async item({ em, today }: QueryContext, { code }: Input<typeof getItem>) {
    const versions = await newestVersions(em, today);
    const version = versions.find((each) => each.code === code);
    if (!version) throw fail('item_not_found', { code });
    const names = new Map(versions.map(({ row }) => [row.code, row.nameZh]));
    return detailView(version, await materialsOf(em, [code]), names);
  }

  async competence({ em, today }: QueryContext, { itemCode }: Input<typeof listCompetence>) {
    const rows = await em.find(Competence, {
      where: itemCode ? { itemCode } : {},
      order: { itemCode: 'ASC', id: 'ASC' },
    });
    const items = await itemsOn(em, today);
    const bodies = await bodyNames(
      em,
      rows.flatMap(({ row }) => [row.legalBody, row.handlingBody].map((code) => cityBodyOf(code))),
    );
    return { items: rows.map(({ row }) => competenceView(row, items.get(row.itemCode)?.nameZh ?? '', bodies)) };
  }
}
