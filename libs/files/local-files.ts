import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { fail } from '#libs/contracts/errors.js';

export interface Kept {
  sha256: string;
  size: number;
  /** MIME type by content, never by name. */
  type: string;
}

/** Bytes. */
export const MAX_FILE_SIZE = 50 * 1024 * 1024;

const ALLOWED = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/tiff',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/x-cfb',
  'text/plain',
]);

/**
 * Files of one directory, named by their SHA-256. A file has its name only when every byte is on the disk, so what can be
 * found is whole; the same bytes are kept once.
 */
export class LocalFiles {
  constructor(private readonly root: string) {}

  /** Keeps a stream; refuses what is too large, empty, or of a type that is not allowed by its content. */
  async keep(bytes: Readable): Promise<Kept> {
    const incoming = join(this.root, 'incoming', randomUUID());
    await mkdir(dirname(incoming), { recursive: true });
    try {
      const { sha256, size } = await this.write(bytes, incoming);
      const type = await typeOf(incoming, size);
      const target = this.path(sha256);
      await mkdir(dirname(target), { recursive: true });
      await rename(incoming, target);
      return { sha256, size, type };
    } finally {
      await rm(incoming, { force: true });
    }
  }

  async read(sha256: string): Promise<Readable> {
    const path = this.path(sha256);
    await stat(path);
    return createReadStream(path);
  }

  private path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is named by its SHA-256');
    return join(this.root, sha256.slice(0, 2), sha256);
  }

  private async write(bytes: Readable, path: string): Promise<{ sha256: string; size: number }> {
    const digest = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        digest.update(chunk);
        if (size > MAX_FILE_SIZE) done(fail('payload_too_large', { limit: `${MAX_FILE_SIZE / 1024 / 1024} MB` }));
        else done(null, chunk);
      },
    });
    await pipeline(bytes, measure, createWriteStream(path, { flush: true }));
    return { sha256: digest.digest('hex'), size };
  }
}

async function typeOf(path: string, size: number): Promise<string> {
  if (size === 0) throw fail('unsupported_media', { type: '空文件' });
  const type =
    (await fileTypeFromFile(path))?.mime ?? ((await isText(path)) ? 'text/plain' : 'application/octet-stream');
  if (!ALLOWED.has(type)) throw fail('unsupported_media', { type });
  return type;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null; // not UTF-8, which is the answer
  }
}

/** UTF-8 without control characters in its first 4 kB, and no markup a browser would run. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4_096) });
    // `stream`: a character cut at the end of the part is no fault.
    const text = decoded(buffer.subarray(0, bytesRead));
    return text !== null && !/[\u0000-\u0008\u000e-\u001f]|<(script|html|svg|!doctype)/i.test(text);
  } finally {
    await file.close();
  }
}
