import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Child } from './child.js';
import type { ChildSpec } from './child.js';
import type { DataFolder } from './data-folder.js';
import { until } from './network.js';
import { endStray, identify, isAlive } from './processes.js';
import type { Identity } from './processes.js';
import { Sentence } from './sentence.js';

const GIVE_UP_AFTER_DEATHS = 3;
const STOP_WITHIN_MS = 25_000;

interface Running {
  supervisor: Identity;
  children: Record<string, Identity & { signal: NodeJS.Signals }>;
}

/** Runs the children of one data folder, tier by tier, and stops them in the opposite order. */
export class Supervisor {
  private readonly tiers: Child[][] = [];
  private readonly abort = new AbortController();
  private readonly running: Running = { supervisor: identify(process.pid), children: {} };
  private claimed = false;
  private stopped: Promise<void> | undefined;

  constructor(
    readonly folder: DataFolder,
    readonly say: (line: string) => void = console.log,
  ) {}

  /** Aborted as soon as the stop begins, so that nothing waits for a child that will not come. */
  get signal(): AbortSignal {
    return this.abort.signal;
  }

  get isStopping(): boolean {
    return this.signal.aborted;
  }

  /** Takes the folder for this process: refuses while another one holds it, ends what a killed one has left. */
  async claim(): Promise<void> {
    const earlier = existsSync(this.file) ? (JSON.parse(readFileSync(this.file, 'utf8')) as Running) : null;
    if (earlier && isAlive(earlier.supervisor)) {
      throw new Sentence(
        `${this.folder.path} 正由进程 ${earlier.supervisor.pid} 使用,平台已在运行:请先停止它。`,
        `${this.folder.path} is in use by process ${earlier.supervisor.pid}, the platform is running already: stop it first.`,
      );
    }
    this.claimed = true;
    this.save();
    const strays = Object.values(earlier?.children ?? {});
    await Promise.all(strays.map((stray) => endStray(stray, stray.signal)));
  }

  /** Starts a child that is to live as long as the platform; lower tiers are stopped last. */
  run(tier: number, spec: ChildSpec): Child {
    this.signal.throwIfAborted();
    const child = new Child(spec, this.logFile(spec.name), this.say, (started) => this.remember(started));
    (this.tiers[tier] ??= []).push(child);
    return child;
  }

  /** Waits until the child answers; a sentence with its last words when it does not or keeps dying. */
  async ready(child: Child, probe: () => Promise<boolean>, withinMs: number): Promise<void> {
    const ask = async () => child.deaths >= GIVE_UP_AFTER_DEATHS || (await probe());
    const answered = await until(ask, withinMs, this.signal);
    if (!answered || child.deaths >= GIVE_UP_AFTER_DEATHS)
      throw notStarted(child.spec.name, child.logFile, child.lastWords);
  }

  /** Runs a program to its end, its output in the log of that name. */
  async runOnce(name: string, command: string, args: string[], options: SpawnOptions = {}): Promise<void> {
    const log = openSync(this.logFile(name), 'w');
    try {
      const child = spawn(command, args, { ...options, stdio: ['ignore', log, log], signal: this.signal });
      const [code] = (await once(child, 'exit')) as [number | null];
      if (code !== 0)
        throw notStarted(name, this.logFile(name), readFileSync(this.logFile(name), 'utf8').slice(-2_000));
    } finally {
      closeSync(log);
    }
  }

  /** SIGKILLs one child, which is then started again: for the tests of what must survive. */
  kill(name: string, signal: NodeJS.Signals = 'SIGKILL'): void {
    this.child(name).kill(signal);
  }

  child(name: string): Child {
    const child = this.tiers.flat().find(({ spec }) => spec.name === name);
    if (!child) throw new Error(`no child is called ${name}`);
    return child;
  }

  /** Stops every child, highest tier first; who has not ended after 25 s in all is killed. */
  stop(): Promise<void> {
    return (this.stopped ??= this.stopAll());
  }

  killAll(): void {
    for (const child of this.tiers.flat()) child.kill('SIGKILL');
  }

  private async stopAll(): Promise<void> {
    this.abort.abort();
    const watchdog = setTimeout(() => this.killAll(), STOP_WITHIN_MS);
    for (const tier of this.tiers.toReversed()) await Promise.all((tier ?? []).map((child) => child.stop()));
    clearTimeout(watchdog);
    if (this.claimed) rmSync(this.file, { force: true });
  }

  private logFile(name: string): string {
    return this.folder.at('logs', `${name}.log`);
  }

  private get file(): string {
    return this.folder.at('running.json');
  }

  private remember({ pid, spec }: Child): void {
    if (!pid) return;
    this.running.children[spec.name] = { ...identify(pid), signal: spec.stopSignal ?? 'SIGTERM' };
    this.save();
  }

  private save(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(this.running, null, 2));
    renameSync(`${this.file}.new`, this.file);
  }
}

const notStarted = (name: string, logFile: string, lastWords: string): Sentence =>
  new Sentence(
    `${name} 没有启动成功(日志:${logFile}):\n${lastWords}`,
    `${name} did not start, its log is ${logFile}; its last words are above.`,
  );
