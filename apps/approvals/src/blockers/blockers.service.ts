import { Injectable } from '@nestjs/common';
import { mustSee } from '#libs/case-scope/scope-keeper.js';
import type { QueryContext } from '#libs/messaging/context.js';
import { openEntrustedItems } from '../cases/open-items.js';
import { casePicture } from './case-picture.js';
import { waitOf } from './waiting.js';

@Injectable()
export class BlockersService {
  /** Of every entrusted item that is open; of a case that is over, nothing waits. */
  async get(context: QueryContext, caseId: string) {
    await mustSee(context, caseId);
    const [picture, open] = await Promise.all([casePicture(context, caseId), openEntrustedItems(context.em, caseId)]);
    if (picture.copy.state !== 'applied' && picture.copy.state !== 'active') return { items: [] };
    const codes = new Set(open.map(({ itemCode }) => itemCode));
    const lines = picture.plan.filter(({ itemCode }) => codes.has(itemCode));
    return {
      items: lines.map((line) => ({ itemCode: line.itemCode, name: line.name, ...waitOf(picture, line) })),
    };
  }
}
