import { Journal } from './journal.js';
import type { Intent } from './journal.js';
import { judge } from './judge.js';
import type { Snapshot } from './snapshot.js';

const VISIT = 'projects.record-visit';

const intent: Intent = {
  mark: 'f1-00001',
  operation: VISIT,
  trace: 'a'.repeat(32),
  idempotencyKey: 'key',
  caller: 'helper',
  input: {},
  version: null,
};

const fact = {
  service: 'projects',
  seq: 1,
  eventId: 'e1',
  type: 'case.visitRecorded',
  topic: 'case.events.v1',
  key: 'case',
  trace: intent.trace,
};

const whole: Snapshot = {
  effects: [{ mark: intent.mark, operation: VISIT }],
  audits: [{ trace: intent.trace, operation: VISIT, messageId: 'm1', answer: 'done' }],
  facts: [fact],
  ledger: [{ seq: 1, factId: 'e1' }],
  messages: [],
  texts: [],
  chains: [],
  copies: [],
  stuck: [],
  leaks: [],
};

const nothing: Snapshot = { ...whole, effects: [], audits: [], facts: [], ledger: [] };

function journalOf(...replies: (number | null | [number, string])[]): Journal {
  const journal = new Journal();
  journal.intend(intent);
  for (const reply of replies) {
    const [status, code] = Array.isArray(reply) ? reply : [reply, null];
    journal.answer({ at: new Date(0), mark: intent.mark, status, code, id: null, location: null });
  }
  return journal;
}

const kinds = (journal: Journal, snapshot: Snapshot) => judge(journal, snapshot).map(({ kind }) => kind);
const told = { ...whole, effects: [], audits: [], facts: [] };

describe('the judge, of one intent', () => {
  it.each([
    ['a 2xx with its one effect passes', [200], whole, []],
    ['a 2xx without an effect is lost', [200], { ...told, ledger: [] }, ['lost']],
    [
      'a 2xx with two effects is doubled',
      [200],
      { ...whole, effects: [...whole.effects, ...whole.effects] },
      ['doubled'],
    ],
    ['a 2xx without its audit record is lost', [200], { ...whole, audits: [] }, ['lost']],
    ['a 2xx without its fact is lost', [200], { ...whole, facts: [], ledger: [] }, ['lost']],
    [
      'a 2xx without a stored answer is lost',
      [200],
      { ...whole, audits: whole.audits.map((audit) => ({ ...audit, answer: null })) },
      ['lost'],
    ],
    [
      'two messages applied for one intent are doubled',
      [200],
      { ...whole, audits: [...whole.audits, ...whole.audits.map((audit) => ({ ...audit, messageId: 'm2' }))] },
      ['doubled'],
    ],
    ['a 202 that ends as done passes', [202, 200], whole, []],
    ['a 202 that ends as a refusal passes', [202, [409, 'case_state']], nothing, []],
    ['a 202 that never ends is stuck', [202], nothing, ['stuck']],
    ['a 4xx that leaves nothing passes', [[409, 'case_state']], nothing, []],
    ['a 4xx that left an effect is wrong', [[409, 'case_state']], whole, ['wrong']],
    ['a time-out that is wholly done passes', [null], whole, []],
    ['a time-out that is wholly absent passes', [null], nothing, []],
    ['a time-out that is half done is lost', [null], { ...whole, facts: [], ledger: [] }, ['lost']],
    ['a 500 that is wholly done passes', [500], whole, []],
    ['a 503 that was taken after all is wrong', [503], whole, ['wrong']],
    ['a time-out whose key was replayed as done passes', [null, 200], whole, []],
    ['done and then refused under one key is wrong', [200, [409, 'case_state']], whole, ['wrong']],
    [
      'refused in two ways under one key is wrong',
      [
        [409, 'case_state'],
        [404, 'case_not_found'],
      ],
      nothing,
      ['wrong'],
    ],
  ] as [string, (number | null | [number, string])[], Snapshot, string[]][])('%s', (_, replies, snapshot, expected) => {
    expect(kinds(journalOf(...replies), snapshot)).toEqual(expected);
  });

  it('finds an effect nobody asked for', () => {
    expect(kinds(new Journal(), { ...nothing, effects: whole.effects })).toEqual(['wrong']);
  });
});

describe('the judge, of facts and the ledger', () => {
  const second = { ...fact, seq: 2, eventId: 'e2', trace: 'another' };
  const both = { ...whole, facts: [fact, second] };

  it.each([
    ['a fact that is not in the ledger is lost', { ...both, ledger: whole.ledger }, ['lost']],
    [
      'a fact that is in the ledger twice is doubled',
      { ...whole, ledger: [...whole.ledger, { seq: 2, factId: 'e1' }] },
      ['doubled'],
    ],
    [
      'a line about a fact that nobody published is doubled',
      { ...whole, ledger: [...whole.ledger, { seq: 2, factId: 'unknown' }] },
      ['doubled'],
    ],
    [
      'facts of one aggregate out of order are wrong',
      {
        ...both,
        ledger: [
          { seq: 1, factId: 'e2' },
          { seq: 2, factId: 'e1' },
        ],
      },
      ['wrong'],
    ],
    [
      'facts of two aggregates may come in any order',
      {
        ...both,
        facts: [fact, { ...second, key: 'other' }],
        ledger: [
          { seq: 1, factId: 'e2' },
          { seq: 2, factId: 'e1' },
        ],
      },
      [],
    ],
  ] as [string, Snapshot, string[]][])('%s', (_, snapshot, expected) => {
    expect(kinds(journalOf(200), snapshot)).toEqual(expected);
  });
});

describe('the judge, of texts', () => {
  const asked = { ...fact, type: 'routing.contactAsked', eventId: 'e9', seq: 9, trace: 'other' };
  const message = {
    id: 'm',
    eventId: 'e9',
    event: 'routing.contactAsked',
    state: 'delivered',
    mobile: '199****0011',
    text: '请联系项目单位',
    mayRepeat: 0,
  };
  const text = { to: '8619900000011', text: '【潍坊审批服务】请联系项目单位' };
  const sent: Snapshot = {
    ...whole,
    facts: [fact, asked],
    ledger: [...whole.ledger, { seq: 2, factId: 'e9' }],
    messages: [message],
    texts: [text],
  };

  it.each([
    ['one message and its one text pass', sent, []],
    ['a fact without its message is lost', { ...sent, messages: [], texts: [] }, ['lost']],
    ['a message without its text is lost', { ...sent, texts: [] }, ['lost']],
    ['two texts for one message are doubled', { ...sent, texts: [text, text] }, ['doubled']],
    [
      'two texts pass where an answer of the centre was missing',
      { ...sent, messages: [{ ...message, mayRepeat: 1 }], texts: [text, text] },
      [],
    ],
    [
      'two messages about one fact are doubled',
      { ...sent, messages: [message, message], texts: [text, text] },
      ['doubled'],
    ],
  ] as [string, Snapshot, string[]][])('%s', (_, snapshot, expected) => {
    expect(kinds(journalOf(200), snapshot)).toEqual(expected);
  });
});

describe('the judge, of the rest', () => {
  const steps = [
    { before: 'a', after: 'b' },
    { before: 'b', after: 'c' },
  ];
  const chain = { row: 'projects.project p', version: 3, changes: 2, field: { now: 'c', steps } };

  it.each([
    ['versions without a gap pass', { ...whole, chains: [chain] }, []],
    ['a version without its change is wrong', { ...whole, chains: [{ ...chain, version: 4 }] }, ['wrong']],
    [
      'a change that began from an older value has lost one',
      { ...whole, chains: [{ ...chain, field: { now: 'c', steps: [steps[0], { before: 'a', after: 'c' }] } }] },
      ['lost'],
    ],
    [
      'a row that is not what was last audited is lost',
      { ...whole, chains: [{ ...chain, field: { now: 'b', steps } }] },
      ['lost'],
    ],
    [
      'a copy that differs from its owner is wrong',
      { ...whole, copies: [{ what: 'c', owner: '1', copy: '0' }] },
      ['wrong'],
    ],
    ['what does not move on is stuck', { ...whole, stuck: ['projects.outbox 1'] }, ['stuck']],
    ['a mobile number in a log is wrong', { ...whole, leaks: ['notify.log:7'] }, ['wrong']],
  ] as [string, Snapshot, string[]][])('%s', (_, snapshot, expected) => {
    expect(kinds(journalOf(200), snapshot)).toEqual(expected);
  });
});
