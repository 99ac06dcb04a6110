import type { Intent, Journal } from './journal.js';
import { kindOf } from './operations.js';
import type { Audit, Effect, LedgerLine, PublishedFact, Snapshot } from './snapshot.js';

/** lost = told or promised and not there; doubled = there more than once; stuck = does not move on; wrong = anything else. */
export interface Finding {
  kind: 'lost' | 'doubled' | 'stuck' | 'wrong';
  what: string;
}

const group = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => Map.groupBy(items, keyOf);

/** Compares what callers were told with what the platform holds. Pure: the same journal and snapshot, the same findings. */
export function judge(journal: Journal, snapshot: Snapshot): Finding[] {
  return [
    ...judgeIntents(journal, snapshot),
    ...judgeLedger(snapshot),
    ...judgeSms(snapshot),
    ...judgeVersions(snapshot),
    ...snapshot.copies
      .filter(({ owner, copy }) => owner !== copy)
      .map(({ what, owner, copy }) => finding('wrong', `${what}: its owner says ${owner}, the copy ${copy}`)),
    ...snapshot.stuck.map((what) => finding('stuck', what)),
    ...snapshot.leaks.map((what) => finding('wrong', `a mobile number in ${what}`)),
  ];
}

const finding = (kind: Finding['kind'], what: string): Finding => ({ kind, what });

interface Traces {
  effects: Effect[];
  audits: Audit[];
  facts: PublishedFact[];
}

function judgeIntents(journal: Journal, snapshot: Snapshot): Finding[] {
  const effects = group(snapshot.effects, ({ mark }) => mark);
  const audits = group(snapshot.audits, ({ trace, operation }) => `${trace} ${operation}`);
  const facts = group(snapshot.facts, ({ trace }) => trace);
  const known = new Set(journal.intents.map(({ mark }) => mark));
  const strangers = [...effects.keys()].filter((mark) => !known.has(mark));
  return [
    ...journal.intents.flatMap((intent) => {
      const { mark, trace, operation } = intent;
      const own = {
        effects: effects.get(mark) ?? [],
        audits: audits.get(`${trace} ${operation}`) ?? [],
        facts: facts.get(trace) ?? [],
      };
      return [...judgeIntent(journal, intent, own), ...judgeAnswers(journal, intent)].map(({ kind, what }) =>
        finding(kind, `${operation} ${mark}: ${what}`),
      );
    }),
    ...strangers.map((mark) => finding('wrong', `an effect ${mark} that nobody asked for`)),
  ];
}

function judgeIntent(journal: Journal, intent: Intent, own: Traces): Finding[] {
  const count = own.effects.length;
  if (count > 1) return [finding('doubled', `${count} effects`)];
  const outcome = journal.outcomeOf(intent);
  switch (outcome) {
    case 'done':
      return count === 0 ? [finding('lost', 'answered as done, and there is no effect')] : judgeWhole(intent, own);
    case 'refused':
    case 'unsent':
      return count + own.audits.length + own.facts.length === 0
        ? []
        : [finding('wrong', `answered as ${outcome}, and left a trace`)];
    case 'pending':
      return [finding('stuck', 'a 202 that did not end')];
    case 'open':
      return judgeWhole(intent, own);
  }
}

/** All of it or nothing: row, audit, stored answer, facts. */
function judgeWhole({ operation }: Intent, { effects, audits, facts }: Traces): Finding[] {
  const messages = new Set(audits.map(({ messageId }) => messageId)).size;
  const answered = audits.every(({ answer }) => answer === 'done');
  const { facts: wanted, unaudited } = kindOf(operation);
  const told = wanted.map((type) => facts.filter((fact) => fact.type === type).length);
  if (messages > 1 || told.some((times) => times > 1)) {
    return [finding('doubled', `${messages} messages applied, facts told ${told.join(', ')} times`)];
  }
  const parts = [effects.length === 1, ...(unaudited ? [] : [messages === 1]), ...told.map((times) => times === 1)];
  if (parts.some(Boolean) && !parts.every(Boolean)) {
    return [finding('lost', `half done: effect, audit, facts are ${parts.join(', ')}`)];
  }
  return audits.length > 0 && !answered ? [finding('lost', 'done without a stored answer')] : [];
}

/** The same key, the same answer. */
function judgeAnswers(journal: Journal, intent: Intent): Finding[] {
  const settled = journal.repliesTo(intent).filter(({ status }) => status !== null && status !== 202 && status < 500);
  const stored = settled.filter(({ code }) => !UNSTORED.has(code ?? ''));
  const different = new Set(
    stored.map(({ status, code, id }) => `${Number(status) < 300 ? 'done' : code} ${id ?? ''}`),
  );
  return different.size > 1 ? [finding('wrong', `one key, several answers: ${[...different].join(' / ')}`)] : [];
}

/** Said by the gateway before anything is sent; the same key may fare better later. */
const UNSTORED = new Set(['not_signed_in', 'token_expired', 'too_many_requests', 'not_found']);

/** Every fact stands in the ledger once, those of one aggregate in their order, and nothing else does. */
function judgeLedger({ facts, ledger }: Snapshot): Finding[] {
  const lines = group(ledger, ({ factId }) => factId);
  const published = new Set(facts.map(({ eventId }) => eventId));
  const missing = facts.filter(({ eventId }) => !lines.has(eventId));
  const repeated = [...lines].filter(([, told]) => told.length > 1);
  const unknown = ledger.filter(({ factId }) => !published.has(factId));
  return [
    ...missing.map(({ type, eventId }) => finding('lost', `fact ${type} ${eventId} is not in the ledger`)),
    ...repeated.map(([factId, told]) => finding('doubled', `fact ${factId} is in the ledger ${told.length} times`)),
    ...unknown.map(({ factId }) => finding('doubled', `the ledger tells a fact ${factId} that was never published`)),
    ...judgeOrder(facts, lines),
  ];
}

function judgeOrder(facts: PublishedFact[], lines: Map<string, LedgerLine[]>): Finding[] {
  const aggregates = group(facts, ({ topic, key }) => `${topic} ${key}`);
  return [...aggregates].flatMap(([aggregate, own]) => {
    const arrived = own
      .toSorted((a, b) => a.seq - b.seq)
      .flatMap(({ eventId }) => lines.get(eventId)?.slice(0, 1) ?? []);
    const late = arrived.filter(({ seq }, index) => seq < (arrived[index - 1]?.seq ?? 0));
    return late.map(({ factId }) => finding('wrong', `${aggregate}: fact ${factId} was told out of order`));
  });
}

/** Every asked contact is one message; every message that the centre took is one text, or more only where an answer was missing. */
function judgeSms({ facts, messages, texts }: Snapshot): Finding[] {
  const byEvent = group(messages, ({ eventId }) => eventId);
  const asked = facts.filter(({ type }) => type === 'routing.contactAsked');
  const silent = asked.filter(({ eventId }) => !byEvent.has(eventId));
  const twice = asked.filter(({ eventId }) => (byEvent.get(eventId)?.length ?? 0) > 1);
  const taken = group(
    messages.filter(({ state }) => state === 'submitted' || state === 'delivered'),
    ({ mobile, text }) => `${mobile} ${text}`,
  );
  const arrived = group(texts, ({ to, text }) => `${masked(to)} ${text.replace(/^【[^】]*】/, '')}`);
  return [
    ...silent.map(({ eventId }) => finding('lost', `fact ${eventId} asked for a text and there is no message`)),
    ...twice.map(({ eventId }) => finding('doubled', `fact ${eventId} has several messages`)),
    ...[...taken].flatMap(([text, own]) => {
      const count = arrived.get(text)?.length ?? 0;
      const spare = own.reduce((sum, { mayRepeat }) => sum + mayRepeat, 0);
      if (count < own.length) return [finding('lost', `${own.length} messages, ${count} texts: ${text}`)];
      return count > own.length + spare ? [finding('doubled', `${own.length} messages, ${count} texts: ${text}`)] : [];
    }),
  ];
}

const masked = (mobile: string): string => {
  const digits = mobile.slice(-11);
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
};

/** Versions run without a gap, and each change begins where the one before it ended. */
function judgeVersions({ chains }: Snapshot): Finding[] {
  return chains.flatMap(({ row, version, changes, field }) => {
    const gap =
      version === changes + 1 ? [] : [finding('wrong', `${row} is at version ${version} after ${changes} changes`)];
    const steps = field?.steps ?? [];
    const torn = steps.filter(({ before }, index) => index > 0 && before !== steps[index - 1]?.after);
    const ends = steps.length === 0 || steps.at(-1)?.after === field?.now;
    return [
      ...gap,
      ...torn.map(({ before, after }) => finding('lost', `${row}: ${before} → ${after} overwrote another change`)),
      ...(ends ? [] : [finding('lost', `${row}: its last audited change is not what it holds`)]),
    ];
  });
}
