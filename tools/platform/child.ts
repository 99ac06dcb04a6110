import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface ChildSpec {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  user?: { uid: number; gid: number } | null;
  stopSignal?: NodeJS.Signals;
  /** Tells the child over a channel when the supervisor is gone; for Node programs only. */
  tethered?: boolean;
  /** What of a line to show on the console, null for nothing; the log file gets every line. */
  show?: (line: string) => string | null;
  beforeStart?: () => void;
}

const LOG_LIMIT = 10e6;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
/** A child that lived this long had started well: its next death is a first one again. */
const STEADY_MS = 60_000;

function openLog(path: string): WriteStream {
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`);
  return createWriteStream(path, { flags: 'a' });
}

/** One process that is started again, ever more slowly, whenever it ends without having been told to. */
export class Child {
  /** Deaths in a row. */
  deaths = 0;
  private process: ChildProcess | null = null;
  private startedAt = 0;
  private stopping = false;
  private held = false;
  private restart: NodeJS.Timeout | undefined;
  private readonly log: WriteStream;
  private lastLines: string[] = [];

  constructor(
    readonly spec: ChildSpec,
    readonly logFile: string,
    private readonly say: (line: string) => void,
    private readonly onStart: (child: Child) => void,
  ) {
    this.log = openLog(logFile);
    this.start();
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** The end of what it last wrote, for the sentence that says it did not start. */
  get lastWords(): string {
    return this.lastLines.join('\n');
  }

  /** From outside, on purpose: whatever it died of before says nothing about how it starts after this. */
  kill(signal: NodeJS.Signals): void {
    this.deaths = 0;
    this.process?.kill(signal);
  }

  /** Asks it to end and waits until it has; never starts it again. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.halt();
    this.log.end();
  }

  /** Ends it, waits until it has, and leaves it down until `resume`: for the tests of what must survive. */
  async halt(signal: NodeJS.Signals = this.spec.stopSignal ?? 'SIGTERM'): Promise<void> {
    this.held = true;
    clearTimeout(this.restart);
    const { process } = this;
    if (!process) return;
    const ended = once(process, 'exit');
    process.kill(signal);
    await ended;
  }

  /** Starts it after `halt`, with this in its environment for this one life. */
  resume(env: NodeJS.ProcessEnv = {}): void {
    if (this.process) throw new Error(`${this.spec.name} is running`);
    this.held = false;
    this.deaths = 0;
    this.start(env);
  }

  /** Reads on what it writes, or lets it pile up: for the tests of what must survive. */
  listen(reading: boolean): void {
    for (const stream of [this.process?.stdout, this.process?.stderr]) {
      if (reading) stream?.resume();
      else stream?.pause();
    }
  }

  private start(more: NodeJS.ProcessEnv = {}): void {
    const { command, args, env, cwd, user, tethered, beforeStart } = this.spec;
    beforeStart?.();
    // A process group of its own: Ctrl-C reaches the supervisor alone, which stops the children in their order.
    const child = spawn(command, args, {
      env: { ...env, ...more },
      cwd,
      ...user,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', ...(tethered ? (['ipc'] as const) : [])],
    });
    this.process = child;
    this.startedAt = Date.now();
    for (const stream of [child.stdout, child.stderr]) if (stream) this.follow(stream);
    child.once('error', (error) => this.ended(error.message));
    child.once('exit', (code, signal) => this.ended(signal ?? `${code}`));
    this.onStart(this);
  }

  private follow(stream: Readable): void {
    createInterface({ input: stream }).on('line', (line) => {
      this.lastLines = [...this.lastLines, line].slice(-12);
      if (!this.log.writableEnded) this.log.write(`${line}\n`);
      const shown = this.spec.show?.(line);
      if (shown && !this.stopping) this.say(`[${this.spec.name}] ${shown}`);
    });
  }

  private ended(how: string): void {
    if (!this.process) return;
    this.process = null;
    if (this.stopping || this.held) return;
    this.deaths = Date.now() - this.startedAt > STEADY_MS ? 1 : this.deaths + 1;
    const delay = Math.min(FIRST_DELAY_MS * 2 ** (this.deaths - 1), LONGEST_DELAY_MS);
    const { name } = this.spec;
    this.say(`[${name}] 意外退出(${how}),${delay / 1000} 秒后重启 · ended (${how}), starts again in ${delay / 1000} s`);
    this.restart = setTimeout(() => this.start(), delay);
  }
}
