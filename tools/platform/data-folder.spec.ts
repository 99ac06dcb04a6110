import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder } from './data-folder.js';

describe('the data folder', () => {
  let path: string;
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'data-folder-'));
  });
  afterEach(() => rmSync(path, { recursive: true }));

  it('remembers ports and secrets over restarts', async () => {
    const before = new DataFolder(path);
    const [port, secret] = [await before.port('kafka'), before.secret('token')];
    const after = new DataFolder(path);
    expect([await after.port('kafka'), after.secret('token')]).toEqual([port, secret]);
  });

  it('gives another port when somebody else has taken the remembered one', async () => {
    const port = await new DataFolder(path).port('kafka');
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    expect(await new DataFolder(path).port('kafka')).not.toBe(port);
    other.close();
  });

  it('begins anew without its databases and secrets, but with the downloaded jars and the tests of a run', async () => {
    const folder = new DataFolder(path);
    const secret = folder.secret('token');
    for (const name of ['postgres', 'kafka', 'kafka-4.3.0', 'test']) mkdirSync(join(path, name));
    writeFileSync(join(path, 'running.json'), '{}');
    folder.reset();
    expect(readdirSync(path).sort()).toEqual(['kafka-4.3.0', 'running.json', 'test']);
    expect(folder.secret('token')).not.toBe(secret);
  });
});
