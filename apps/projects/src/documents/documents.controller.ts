import { Controller } from '@nestjs/common';
import type { Input } from '#libs/contracts/define.js';
import {
  getDocument,
  lendOriginal,
  listDocuments,
  listOriginals,
  registerDocument,
  returnOriginal,
} from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Handle } from '#libs/messaging/handlers.js';
import { DocumentsService } from './documents.service.js';
import { OriginalsService } from './originals.service.js';

@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly originals: OriginalsService,
  ) {}

  @Handle(registerDocument)
  register(input: Input<typeof registerDocument>, context: WorkContext) {
    return this.documents.register(context, input);
  }

  @Handle(listDocuments)
  list(input: Input<typeof listDocuments>, context: QueryContext) {
    return this.documents.list(context, input);
  }

  @Handle(getDocument)
  get(input: Input<typeof getDocument>, context: QueryContext) {
    return this.documents.get(context, input);
  }

  @Handle(lendOriginal)
  lend(input: Input<typeof lendOriginal>, context: WorkContext) {
    return this.originals.lend(context, input);
  }

  @Handle(returnOriginal)
  giveBack(input: Input<typeof returnOriginal>, context: WorkContext) {
    return this.originals.giveBack(context, input);
  }

  @Handle(listOriginals)
  listOriginals(input: Input<typeof listOriginals>, context: QueryContext) {
    return this.originals.list(context, input);
  }
}
