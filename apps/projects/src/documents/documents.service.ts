import { Injectable } from '@nestjs/common';
import { mustSeeOwned } from '#libs/case-scope/scope-keeper.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { getDocument, listDocuments, registerDocument } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { CaseDocument } from './case-document.entity.js';

@Injectable()
export class DocumentsService {
  async register(context: WorkContext, given: Input<typeof registerDocument>) {
    const { caseId, name, kind, itemCode = null } = given;
    await mustSeeOwned(context, caseId);
    context.onConflict('uq_case_document_file', fail('document_registered'));
    const by = { registeredBy: context.principal.name, registeredAt: context.now };
    const document = context.add(CaseDocument, { ...given, ...by, itemCode });
    context.publish(caseEvents, 'documentRegistered', { caseId, documentId: document.id, name, kind, itemCode });
    return documentView(document);
  }

  async list(context: QueryContext, { caseId, kind, itemCode }: Input<typeof listDocuments>) {
    await mustSeeOwned(context, caseId);
    const query = context.em
      .createQueryBuilder(CaseDocument, 'document')
      .where('document.caseId = :caseId', { caseId })
      .orderBy('document.registeredAt')
      .addOrderBy('document.id');
    if (kind) query.andWhere('document.kind = :kind', { kind });
    if (itemCode) query.andWhere('document.itemCode = :itemCode', { itemCode });
    return { items: (await query.getMany()).map(documentView) };
  }

  /** The gateway asks this before it streams the file: who may not see the case is told there is no such thing. */
  async get(context: QueryContext, { documentId }: Input<typeof getDocument>) {
    const document = await context.em.findOneBy(CaseDocument, { id: documentId });
    if (!document) throw fail('case_not_found');
    await mustSeeOwned(context, document.caseId);
    return documentView(document);
  }
}

const documentView = (document: CaseDocument) => ({ ...document, registeredAt: document.registeredAt.toISOString() });
