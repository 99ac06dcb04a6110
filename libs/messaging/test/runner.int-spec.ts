import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { unitEvents } from '#libs/contracts/facts.js';
import { Operations } from '#libs/testing/operations.js';
import { isInfrastructure } from '#libs/persistence/infrastructure.js';
import { CommandRunner } from '../runner.js';
import {
  Crate,
  CrateModule,
  clerk,
  crateData,
  disturbance,
  openBoth,
  openCrate,
  putCrate,
  seeUnit,
} from './box.fixture.js';

const nothing = (): Promise<void> => Promise.resolve();

/** Resolves when it was called `count` times, for every caller at the same moment. */
function barrier(count: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let waiting = 0;
  return async () => {
    waiting += 1;
    if (waiting >= count) open();
    await opened;
  };
}

describe('a command and its transaction', () => {
  let app: Operations;
  const rows = (sql: string, ...args: unknown[]): Promise<Record<string, unknown>[]> => app.source.query(sql, args);

  beforeAll(async () => {
    app = await Operations.start(crateData, CrateModule);
  });
  beforeEach(() => (disturbance.then = nothing));
  afterAll(() => app.stop());

  it('takes effect once when it comes a hundred times at the same moment, and every caller gets the same answer', async () => {
    const { id } = await app.run(putCrate, { label: 'hundred' }, clerk);
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => app.run(openCrate, { id }, clerk, { idempotencyKey })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ id, opened: 1, version: 2 })]),
    );
    expect(await rows('SELECT opened, version FROM crate WHERE id = $1', id)).toEqual([{ opened: 1, version: 2 }]);
    expect(await rows('SELECT 1 FROM audit_record WHERE entity_id = $1', id)).toHaveLength(2);
  });

  it('answers a message that comes again as before, also where its handler would now fail in the database', async () => {
    const idempotencyKey = randomUUID();
    const first = await app.run(putCrate, { label: 'again' }, clerk, { idempotencyKey });
    const facts = (await app.published(unitEvents)).length;
    await expect(app.run(putCrate, { label: 'again' }, clerk, { idempotencyKey })).resolves.toEqual(first);
    await expect(app.run(putCrate, { label: 'other' }, clerk, { idempotencyKey })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    expect(await rows('SELECT label FROM crate WHERE id = $1', first.id)).toEqual([{ label: 'again' }]);
    expect(await app.published(unitEvents)).toHaveLength(facts);
  });

  it('stores a refusal and leaves no row, no fact and no audit of what was refused', async () => {
    const { id } = await app.run(putCrate, { label: 'refused' }, clerk);
    const before = (await app.published(unitEvents)).length;
    const idempotencyKey = randomUUID();
    const refused = app.run(openCrate, { id, then: 'refuse' }, clerk, { idempotencyKey });
    await expect(refused).rejects.toMatchObject({ code: 'conflict', params: { reason: 'worn out' } });
    expect(await rows('SELECT answer FROM command_answer WHERE id = $1', idempotencyKey)).toEqual([
      { answer: { status: 'refused', code: 'conflict', params: { reason: 'worn out' } } },
    ]);
    expect(await rows('SELECT opened FROM crate WHERE id = $1', id)).toEqual([{ opened: 0 }]);
    expect(await rows('SELECT 1 FROM audit_record WHERE message_id = $1', idempotencyKey)).toEqual([]);
    expect(await app.published(unitEvents)).toHaveLength(before);
  });

  it('answers a fault of the code as `internal`, without a word of its cause', async () => {
    const { id } = await app.run(putCrate, { label: 'broken' }, clerk);
    await expect(app.run(openCrate, { id, then: 'break' }, clerk)).rejects.toMatchObject({
      code: 'internal',
      params: {},
    });
  });

  it('tries a deadlock again: both commands take effect', async () => {
    const a = await app.run(putCrate, { label: 'a' }, clerk);
    const b = await app.run(putCrate, { label: 'b' }, clerk);
    disturbance.then = barrier(2);
    await Promise.all([
      app.run(openBoth, { id: a.id, other: b.id }, clerk),
      app.run(openBoth, { id: b.id, other: a.id }, clerk),
    ]);
    expect(await rows('SELECT opened FROM crate WHERE id IN ($1, $2)', a.id, b.id)).toEqual([
      { opened: 2 },
      { opened: 2 },
    ]);
  });

  it('tries again when two make the same row at the same moment and nobody named a refusal for it', async () => {
    const id = randomUUID();
    disturbance.then = barrier(2);
    await Promise.all([app.run(seeUnit, { id }, clerk), app.run(seeUnit, { id }, clerk)]);
    expect(await rows('SELECT name, version FROM unit_copy WHERE id = $1', id)).toEqual([{ name: 'seen', version: 1 }]);
  });

  it.each([
    ['while it waits outside the database', async () => new Promise((resolve) => setTimeout(resolve, 100))],
    ['while the database works', async () => Promise.resolve()],
  ])('is not refused when its connection is cut %s: it waits, and the next try takes effect once', async (_, pause) => {
    const { id } = await app.run(putCrate, { label: 'cut' }, clerk);
    const idempotencyKey = randomUUID();
    disturbance.then = async ({ em }) => {
      const [backend] = await em.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
      await app.source.query('SELECT pg_terminate_backend($1)', [backend?.pid]);
      await pause();
    };
    const cut = await app.run(openCrate, { id }, clerk, { idempotencyKey }).catch((error: unknown) => error);
    expect(cut).toBeInstanceOf(Error);
    expect(isInfrastructure(cut)).toBe(true);
    expect(await rows('SELECT 1 FROM command_answer WHERE id = $1', idempotencyKey)).toEqual([]);
    disturbance.then = nothing;
    await expect(app.run(openCrate, { id }, clerk, { idempotencyKey })).resolves.toEqual({ id, opened: 1, version: 2 });
  });

  it('shows a stored answer to its own account only', async () => {
    const idempotencyKey = randomUUID();
    const answer = await app.run(putCrate, { label: 'mine' }, clerk, { idempotencyKey });
    const runner = new CommandRunner(app.source, pino({ level: 'silent' }), () => undefined);
    expect(await runner.answerOf(idempotencyKey, clerk.accountId)).toEqual({ status: 'done', output: answer });
    expect(await runner.answerOf(idempotencyKey, 'another')).toBeNull();
    expect(await runner.answerOf(randomUUID(), clerk.accountId)).toBeNull();
  });

  it('writes only the columns that changed, with the next version, and no audit when nothing did', async () => {
    const { id } = await app.run(putCrate, { label: 'columns' }, clerk);
    await app.run(openCrate, { id, times: 0 }, clerk);
    expect(await rows('SELECT version FROM crate WHERE id = $1', id)).toEqual([{ version: 1 }]);
    await app.run(openCrate, { id, times: 3 }, clerk);
    expect(
      await rows('SELECT before, after, operation, actor FROM audit_record WHERE entity_id = $1 ORDER BY id', id),
    ).toEqual([
      {
        before: null,
        after: { id, version: 1, label: 'columns', opened: 0, code: '•', notes: null },
        operation: 'projects.put-crate',
        actor: '王明',
      },
      { before: { opened: 0 }, after: { opened: 3 }, operation: 'projects.open-crate', actor: '王明' },
    ]);
  });

  it('answers with the version that was written, also when the view was taken before', async () => {
    const { id } = await app.run(putCrate, { label: 'version' }, clerk);
    expect(await app.run(openCrate, { id, then: 'twice' }, clerk)).toMatchObject({ version: 3 });
    expect(await rows('SELECT version FROM crate WHERE id = $1', id)).toEqual([{ version: 3 }]);
  });

  it('never writes the value of a secret into the audit trail, nor audits a copy', async () => {
    const { id } = await app.run(putCrate, { label: 'secret' }, clerk);
    disturbance.then = async (context) => {
      const crate = await context.lock(Crate, { id });
      if (crate) crate.code = 'new secret';
    };
    await app.run(openCrate, { id }, clerk);
    expect(await rows('SELECT code FROM crate WHERE id = $1', id)).toEqual([{ code: 'new secret' }]);
    expect(
      await rows(
        "SELECT 1 FROM audit_record WHERE before::text || after::text LIKE '%new secret%' OR after::text LIKE '%sesame%'",
      ),
    ).toEqual([]);
    expect(await rows("SELECT 1 FROM audit_record WHERE entity = 'unit_copy'")).toEqual([]);
  });

  it('locks several rows in the order of their ids, so that two that want the same rows never wait for each other', async () => {
    const a = await app.run(putCrate, { label: 'row' }, clerk);
    const b = await app.run(putCrate, { label: 'row' }, clerk);
    disturbance.then = async (context) => {
      const locked = await context.lockAll(Crate, { label: 'row' });
      const ids = locked.map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted());
      for (const crate of locked) crate.opened += 1;
    };
    const own = await Promise.all(Array.from({ length: 4 }, () => app.run(putCrate, { label: 'own' }, clerk)));
    await Promise.all(own.map(({ id }) => app.run(openCrate, { id }, clerk)));
    expect(await rows('SELECT opened FROM crate WHERE id IN ($1, $2)', a.id, b.id)).toEqual([
      { opened: 4 },
      { opened: 4 },
    ]);
  });
});
