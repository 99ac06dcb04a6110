import { addDays } from '#libs/calendar/plain-day.js';
import { assumedRows, publishedRows } from '#libs/calendar/published.js';
import { WorkCalendar } from '#libs/calendar/work-calendar.js';
import { Client, Refused } from '#libs/client/client.js';
import type { Asked } from '#libs/client/client.js';
import { advanceTime, createAccount, getTime, listAccounts, signIn } from '#libs/contracts/gateway.js';
import type { Operation, Output, RawInput } from '#libs/contracts/define.js';

/** Of every demo account; a demonstration platform has nothing to protect. */
export const DEMO_PASSWORD = 'Shandong-0plusN';

/** As the platform's own: published, then assumed for as long as any number of demos may take. */
const published = publishedRows();
const calendar = new WorkCalendar([
  ...published,
  ...assumedRows(addDays(published.at(-1)?.day ?? '2026-12-31', 1), 480),
]);
const shanghaiDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The first working day at least `days` calendar days after a day. */
export function workdayAfter(day: string, days: number): string {
  const date = new Date(`${day}T04:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  while (!calendar.isWorkday(shanghaiDay.format(date))) date.setUTCDate(date.getUTCDate() + 1);
  return shanghaiDay.format(date);
}

type Subject = RawInput<typeof createAccount>['subject'];

/** What a service answers while a fact that was just told to another is still on its way to it. */
const LAGGING = new Set([
  'case_not_found',
  'mandate_not_in_force',
  'agreement_not_signed',
  'not_holding_institution',
  'roadmap_agent_only',
  'roadmap_guide_only',
]);
const PATIENCE_MS = 60_000;

/** Asks again where a person would: a moment later, when the office has heard the news. */
class PatientClient extends Client {
  constructor(
    url: string,
    private readonly impatient: () => boolean,
  ) {
    super(url);
  }

  override async call<C extends Operation>(contract: C, input: RawInput<C>, asked: Asked = {}): Promise<Output<C>> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await super.call(contract, input, asked);
      } catch (error) {
        const lagging = error instanceof Refused && LAGGING.has(error.code) && !this.impatient();
        if (!lagging || Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }
}

/** The platform as the demo sees it: who is signed in, what day it is, and the teller of the story. */
export class Stage {
  private readonly clients = new Map<string, Promise<Client>>();
  private readonly begun = performance.now();
  private accounts: Set<string> | undefined;
  private step = 0;
  private expectingRefusal = false;
  readonly refusals: string[] = [];

  constructor(
    readonly url: string,
    private readonly quiet = false,
  ) {}

  /** The client of an account, signed in once. */
  as(username: string): Promise<Client> {
    const known = this.clients.get(username) ?? this.signIn(username);
    this.clients.set(username, known);
    return known;
  }

  private async signIn(username: string): Promise<Client> {
    const client = new PatientClient(this.url, () => this.expectingRefusal);
    const { accessToken } = await client.call(signIn, { username, password: DEMO_PASSWORD });
    return client.withToken(accessToken);
  }

  /** The client of an account that is opened when it does not exist yet. */
  async account(username: string, subject: Subject): Promise<Client> {
    const admin = await this.as('admin');
    this.accounts ??= await usernames(admin);
    if (!this.accounts.has(username)) {
      await admin.call(createAccount, { username, password: DEMO_PASSWORD, subject });
      this.accounts.add(username);
    }
    return await this.as(username);
  }

  /** A reviewer of a department, as `审查员` of SG-ZRJ. */
  async reviewer(departmentCode: string): Promise<Client> {
    const subject = { kind: 'department', departmentCode, name: '审查员' } as const;
    return await this.account(`r-${departmentCode.toLowerCase()}`, subject);
  }

  async now(): Promise<Date> {
    const { now } = await (await this.as('admin')).call(getTime, {});
    return new Date(now);
  }

  async today(): Promise<string> {
    return shanghaiDay.format(await this.now());
  }

  /** Moves to half past nine of the first working day at least `days` days ahead. */
  async pass(days: number): Promise<string> {
    const day = workdayAfter(await this.today(), days);
    const to = `${day}T09:30:00+08:00`;
    if (new Date(to) > (await this.now())) await (await this.as('admin')).call(advanceTime, { to });
    return day;
  }

  chapter(title: string): void {
    if (!this.quiet) console.log(`\n${title}`);
  }

  /** One line of the story, with the business day and the seconds since it began. */
  async tell(line: string): Promise<void> {
    this.step += 1;
    if (this.quiet) return;
    const seconds = ((performance.now() - this.begun) / 1_000).toFixed(1);
    console.log(`${String(this.step).padStart(3)}  ${await this.today()}  ${line}  (${seconds} 秒)`);
  }

  /** Something that must be refused, with exactly this sentence. */
  async refused(label: string, expected: string | RegExp, act: () => Promise<unknown>): Promise<void> {
    this.expectingRefusal = true;
    const sentence = await refusalOf(act).finally(() => (this.expectingRefusal = false));
    const right = typeof expected === 'string' ? sentence === expected : expected.test(sentence);
    if (!right) throw new Error(`${label}\n  应当拒绝:${String(expected)}\n  实际:${sentence}`);
    this.refusals.push(`${label}  ${sentence}`);
    await this.tell(`被拒绝(${label}):${sentence}`);
  }
}

async function refusalOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Refused) return error.sentence;
    throw error;
  }
  return '没有被拒绝';
}

async function usernames(admin: Client): Promise<Set<string>> {
  const names = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { items, total } = await admin.call(listAccounts, { page, pageSize: 200 });
    for (const { username } of items) names.add(username);
    if (names.size >= total || items.length === 0) return names;
  }
}

/** Runs `task` for every element, at most `width` at once. */
export async function inParallel<T>(
  elements: readonly T[],
  width: number,
  task: (element: T) => Promise<void>,
): Promise<void> {
  const left = [...elements];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await task(next);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
