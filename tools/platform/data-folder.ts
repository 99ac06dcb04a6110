import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { tryPort } from './network.js';
import { noRoom } from './sentence.js';

const ROOM = 2e9;
/** What a new beginning leaves: Kafka's jars (only a download), the tests' own folder, and who is running here. */
const SURVIVES_RESET = /^(kafka-[\d.]+|test|running\.json)$/;

interface Memory {
  ports: Record<string, number>;
  secrets: Record<string, string>;
  /** A folder outside the clone, for a database server that may not enter it. */
  outside?: string;
}

/** The one ignored folder: databases, logs and files, and in platform.json what the next start must know again. */
export class DataFolder {
  private readonly memory: Memory;
  private readonly handedOut = new Set<number>();

  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
    this.memory = existsSync(this.file)
      ? (JSON.parse(readFileSync(this.file, 'utf8')) as Memory)
      : { ports: {}, secrets: {} };
  }

  requireRoom(): void {
    const { bavail, bsize } = statfsSync(this.path);
    if (bavail * bsize < ROOM) throw noRoom(this.path);
  }

  /** A path below the folder; the folders on the way to it are made. */
  at(...parts: string[]): string {
    const path = join(this.path, ...parts);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  /** The port this name had the last time, or another free one when somebody else has taken it meanwhile. */
  async port(name: string): Promise<number> {
    let port = await tryPort(this.memory.ports[name] ?? 0, '127.0.0.1');
    while (typeof port === 'string' || this.handedOut.has(port)) port = await tryPort(0, '127.0.0.1');
    this.handedOut.add(port);
    this.memory.ports[name] = port;
    this.save();
    return port;
  }

  /** The port this name had the last time, whoever may hold it now. */
  lastPort(name: string): number | undefined {
    return this.memory.ports[name];
  }

  /** 32 random bytes, the same for this name until a reset. */
  secret(name: string): string {
    const known = this.memory.secrets[name];
    if (known) return known;
    const secret = randomBytes(32).toString('base64url');
    this.memory.secrets[name] = secret;
    this.save();
    return secret;
  }

  get outside(): string | undefined {
    return this.memory.outside;
  }

  set outside(folder: string | undefined) {
    this.memory.outside = folder;
    this.save();
  }

  reset(): void {
    if (this.outside) rmSync(this.outside, { recursive: true, force: true });
    for (const name of readdirSync(this.path)) {
      if (!SURVIVES_RESET.test(name)) rmSync(join(this.path, name), { recursive: true, force: true });
    }
    Object.assign(this.memory, { ports: {}, secrets: {}, outside: undefined });
  }

  private get file(): string {
    return join(this.path, 'platform.json');
  }

  private save(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(this.memory, null, 2), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}
