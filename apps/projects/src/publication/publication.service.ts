import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { publicProgress, publishProgress } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { lockCase, mayPublish, progressOf } from '../cases/access.js';
import { ServiceCase, publicPathOf } from '../cases/service-case.entity.js';
import { mustBe } from '../cases/service-case.machine.js';
import { LedgerEntry } from '../ledger/ledger-entry.entity.js';
import { picturesOf } from '../progress/picture.js';
import { publicView } from './public.view.js';

const TOKEN_BYTES = 24;

@Injectable()
export class PublicationService {
  async publish(context: WorkContext, { caseId, published }: Input<typeof publishProgress>) {
    const found = await lockCase(context, caseId);
    const progress = await progressOf(context, caseId);
    if (!mayPublish(found, progress, context.principal)) throw fail('not_publisher');
    if (published) mustBe(found.state, ['applied', 'active', 'closing', 'closed'], '公开办理进度');
    const withdrawn = found.publicToken !== null && !published;
    const token = published ? randomBytes(TOKEN_BYTES).toString('base64url') : null;
    found.publicToken = token;
    if (published) context.publish(caseEvents, 'progressPublished', { caseId });
    if (withdrawn) context.publish(caseEvents, 'progressWithdrawn', { caseId });
    return { token, path: publicPathOf(found) };
  }

  async read({ em }: QueryContext, { token }: Input<typeof publicProgress>) {
    const found = await em.findOneBy(ServiceCase, { publicToken: token });
    if (!found) throw fail('progress_not_public');
    const last = await em.findOne(LedgerEntry, { where: { caseId: found.id }, order: { at: 'DESC' } });
    const [picture] = await picturesOf(em, [found]);
    if (!picture) throw new Error(`no picture of case ${found.id}`);
    return publicView(picture, last?.at ?? found.appliedAt ?? picture.project.enteredAt);
  }
}
