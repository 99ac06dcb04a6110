import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { fail } from '#libs/contracts/errors.js';
import { StoredFile } from '#libs/contracts/gateway.js';
import { getDocument } from '#libs/contracts/projects.js';
import { Bus } from '#libs/messaging/bus.js';
import { LocalFiles } from '#libs/files/local-files.js';
import { CallerService, traceOf } from '../routes/caller.service.js';
import { transact } from '../sessions/transact.js';
import { BusinessTimeService } from '../time/business-time.service.js';
import { StoredFileRow } from './stored-file.entity.js';

const view = ({ id, name, size, type, sha256 }: StoredFileRow) =>
  StoredFile.parse({ fileId: id, name, size, type, sha256 });

/** Only the last part of a name, without what a file system or a header would trip over. */
const plainName = (name: string | undefined): string =>
  (name ?? '')
    .replace(/^.*[/\\]/s, '')
    .replace(/[^\p{L}\p{N}._ ()()【】-]/gu, '_')
    .slice(-120) || '未命名';

@Injectable()
export class FilesService {
  constructor(
    private readonly callers: CallerService,
    private readonly files: LocalFiles,
    private readonly source: DataSource,
    private readonly bus: Bus,
    private readonly time: BusinessTimeService,
  ) {}

  /** Streams the one file of a multipart form to the store; the row comes after the bytes. */
  async upload(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const caller = await this.callers.admit(request, 'file:upload', traceOf(request));
    if (!request.isMultipart()) throw fail('unsupported_media', { type: request.headers['content-type'] ?? '' });
    const part = await request.file();
    if (!part) throw fail('malformed_request', { reason: '请以 multipart/form-data 上传一个文件' });
    const kept = await this.files.keep(part.file);
    const row = await transact(this.source, { operation: 'gateway.upload-file', ...caller }, (context) => {
      const name = plainName(part.filename);
      return Promise.resolve(context.add(StoredFileRow, { ...kept, name, uploadedBy: caller.principal.accountId }));
    });
    void reply.status(201);
    return view(row);
  }

  /** The bytes, for whoever uploaded them; others read a file through the document that refers to it. */
  async download(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const caller = await this.callers.admit(request, 'signed-in', traceOf(request));
    const at = z.object({ fileId: z.uuid() }).safeParse(request.params);
    const uploadedBy = caller.principal.accountId;
    const row = at.success && (await this.source.manager.findOneBy(StoredFileRow, { id: at.data.fileId, uploadedBy }));
    if (!row) throw fail('not_found');
    return await this.send(row, reply);
  }

  /** The bytes of a case's document, for whoever may see the case: its owner says so. */
  async downloadDocument(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const caller = await this.callers.admit(request, 'case:read', traceOf(request));
    const at = z.object({ documentId: z.uuid() }).safeParse(request.params);
    if (!at.success) throw fail('not_found');
    const asked = { ...caller, businessTime: this.time.now() };
    const outcome = await this.bus.query(getDocument, at.data, asked);
    if (outcome.state !== 'answered') throw fail('service_unavailable');
    if (outcome.answer.status === 'refused') throw fail('not_found');
    const { fileId } = getDocument.output.parse(outcome.answer.output);
    const row = await this.source.manager.findOneBy(StoredFileRow, { id: fileId });
    if (!row) throw fail('not_found');
    return await this.send(row, reply);
  }

  private async send(row: StoredFileRow, reply: FastifyReply): Promise<unknown> {
    const bytes = await this.files.read(row.sha256);
    void reply
      .type(row.type)
      .header('content-length', row.size)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`)
      .header('x-content-type-options', 'nosniff');
    return reply.send(bytes);
  }
}
