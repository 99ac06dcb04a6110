import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { LocalFiles, MAX_FILE_SIZE } from './local-files.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

let root: string;
let files: LocalFiles;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'files-'));
  files = new LocalFiles(root);
});
afterEach(() => rm(root, { recursive: true }));

const keep = (...chunks: Buffer[]) => files.keep(Readable.from(chunks));
const kept = async (): Promise<string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

describe('files of a directory', () => {
  it.each([
    ['a PDF', PDF, 'application/pdf'],
    ['a picture', PNG, 'image/png'],
    ['a text', Buffer.from('一次性告知书\n'), 'text/plain'],
  ])('know %s by its content, and give it back as it was', async (_, bytes, type) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await keep(bytes)).toEqual({ sha256, size: bytes.length, type });
    expect(await buffer(await files.read(sha256))).toEqual(bytes);
  });

  it('keep the same bytes once, also when both come at the same moment and in other pieces', async () => {
    const [one, two] = await Promise.all([keep(PDF), keep(PDF.subarray(0, 5), PDF.subarray(5))]);
    expect(one).toEqual(two);
    expect(await kept()).toEqual([one.sha256]);
  });

  it.each([
    ['nothing', Buffer.alloc(0), '空文件'],
    ['HTML', Buffer.from('<!DOCTYPE html><p>'), 'application/octet-stream'],
    ['a picture with script in it', Buffer.from('<svg onload="alert(1)">'), 'application/octet-stream'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\x00'.padEnd(64, '\0'), 'latin1'), 'application/x-elf'],
    ['noise', Buffer.concat([Buffer.from([0, 1, 2, 3]), randomBytes(100)]), 'application/octet-stream'],
  ])('refuse %s and keep nothing of it', async (_, bytes, type) => {
    await expect(keep(bytes)).rejects.toMatchObject({ code: 'unsupported_media', params: { type } });
    expect(await kept()).toEqual([]);
  });

  it('refuse what is too large without reading it to its end, and keep nothing of it', async () => {
    let pieces = 0;
    const endless = Readable.from(
      (function* () {
        for (; pieces < 1_000; pieces += 1) yield Buffer.alloc(1024 * 1024, 'a');
      })(),
    );
    await expect(files.keep(endless)).rejects.toMatchObject({ code: 'payload_too_large', params: { limit: '50 MB' } });
    expect(pieces).toBeLessThan(MAX_FILE_SIZE / 1024 / 1024 + 40);
    expect(await kept()).toEqual([]);
  });

  it('keep nothing of an upload that breaks off', async () => {
    const broken = Readable.from(
      (function* () {
        yield PDF;
        throw new Error('connection reset');
      })(),
    );
    await expect(files.keep(broken)).rejects.toThrow('connection reset');
    expect(await kept()).toEqual([]);
  });

  it('are named by a hash and nothing else', async () => {
    await expect(files.read('../../etc/passwd')).rejects.toThrow('SHA-256');
    await expect(files.read('0'.repeat(64))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(stat(join(root, 'incoming'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
