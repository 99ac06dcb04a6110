import { randomUUID } from 'node:crypto';
import { approvalEvents, assignmentEvents, milestoneEvents } from '#libs/contracts/facts.js';
import type { RawInput } from '#libs/contracts/define.js';
import { ask, listCases, listProjects, search, terminateCase, writeNote } from '#libs/contracts/projects.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { B02, C04, SHOUGUANG, aCityAgent, aProject, anActiveCase, anAgent, anAppliedCase } from './factories.js';
import type { Applied } from './factories.js';

const manager = anAgent('manager');
const helper = anAgent('helper');
const guide = anAgent('guide');

describe('the list of cases', () => {
  let app: Operations;
  let lit: Applied;
  let late: Applied;
  let applied: Applied;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    lit = await anActiveCase(app);
    late = await anActiveCase(app);
    applied = await anAppliedCase(app);
  });
  afterAll(() => app.stop());

  const listed = async (filters: RawInput<typeof listCases>, as: Principal = manager) =>
    (await app.run(listCases, filters, as)).items.map(({ id }) => id);

  async function assign(found: Applied, role: 'principal' | 'guide' | 'member', { agentId, name }: Principal) {
    const assignment = { assignmentId: randomUUID(), agentId: agentId ?? '', agentName: name };
    const since = { institutionId: SHOUGUANG, reason: '属地', from: '2026-11-23' };
    await app.fact(assignmentEvents, 'assigned', { caseId: found.id, role, ...assignment, ...since });
    return { caseId: found.id, role, assignmentId: assignment.assignmentId, agentId: assignment.agentId };
  }

  /** Accepted, due on a day, with a warning. */
  async function file(found: Applied, dueOn: string, light: 'yellow' | 'orange' | 'red' | null) {
    const filing = { approvalId: randomUUID(), caseId: found.id, itemCode: 'B02', itemName: B02.name, works: null };
    const at = { ...filing, handlingBody: 'SG-SPJ' };
    const due = { acceptedOn: '2026-11-20', promisedDueOn: dueOn, statutoryDueOn: null };
    await app.fact(approvalEvents, 'accepted', { ...at, ...due });
    if (light)
      await app.fact(approvalEvents, 'deadlineNear', { ...at, clock: 'promised', dueOn, workdaysLeft: 1, light });
    return at;
  }

  it('refuses filters it does not know', async () => {
    await expect(listed({ state: ['active', 'sleeping'] } as never)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(listed({ light: 'green' } as never)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(listed({ q: '施' })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('narrows to one state or to several, and to a grade', async () => {
    expect(await listed({ state: 'applied' })).toEqual([applied.id]);
    expect((await listed({ state: ['applied', 'active'] })).toSorted()).toEqual(
      [lit.id, late.id, applied.id].toSorted(),
    );
    expect(await listed({ grade: 'county' })).toHaveLength(3);
    expect(await listed({ grade: 'city' })).toEqual([]);
  });

  it('knows whose cases they are: principal, guide and team, and no longer who has left', async () => {
    expect(await listed({ mine: 'true' }, helper)).toEqual([]);
    await assign(lit, 'principal', helper);
    await assign(late, 'guide', guide);
    const member = await assign(late, 'member', helper);
    expect((await listed({ mine: 'true' }, helper)).toSorted()).toEqual([lit.id, late.id].toSorted());
    expect(await listed({ mine: 'false' }, helper)).toEqual([applied.id]);
    expect(await listed({ mine: 'true' }, guide)).toEqual([late.id]);
    await app.fact(assignmentEvents, 'ended', { ...member, to: '2026-11-23', reason: '调整' });
    expect(await listed({ mine: 'true' }, helper)).toEqual([lit.id]);
    expect((await listed({ unassigned: 'true' })).toSorted()).toEqual([late.id, applied.id].toSorted());
    expect(await listed({ unassigned: 'false' })).toEqual([lit.id]);
    expect(await listed({ mine: 'true' }, applied.unit)).toEqual([applied.id]);
  });

  it('narrows to the worst light of the open items, and sorts by light and by the next day due', async () => {
    expect(await listed({ light: 'any' })).toEqual([]);
    await file(lit, '2026-12-10', 'orange');
    await file(lit, '2026-12-20', 'yellow');
    const red = await file(late, '2026-12-15', 'red');
    expect(await listed({ light: 'any', sort: 'light' })).toEqual([late.id, lit.id]);
    expect([await listed({ light: 'orange' }), await listed({ light: 'yellow' })]).toEqual([[lit.id], []]);
    expect(await listed({ sort: 'light' })).toEqual([late.id, lit.id, applied.id]);
    expect(await listed({ sort: 'due' })).toEqual([lit.id, late.id, applied.id]);
    expect(await listed({ sort: 'number' })).toEqual([lit.id, late.id, applied.id]);
    expect(await listed({ dueBefore: '2026-12-15' })).toEqual([lit.id]);
    expect(await listed({ dueBefore: '2026-12-10' })).toEqual([]);
    const [first] = (await app.run(listCases, { sort: 'due' }, manager)).items;
    expect(first).toMatchObject({ light: 'orange', dueOn: '2026-12-10' });
    const decided = { result: 'granted', documentNumber: '建字2号', decidedOn: '2026-11-23' } as const;
    await app.fact(approvalEvents, 'decided', { ...red, ...decided, source: 'platform', verified: true });
    expect(await listed({ light: 'any' })).toEqual([lit.id]);
    expect((await app.run(listCases, { light: 'any', pageSize: 1 }, manager)).total).toBe(1);
  });

  it('finds what waits for an answer, a correction or a call-back', async () => {
    await app.run(ask, { caseId: applied.id, question: '何时签协议?' }, applied.unit);
    const filing = await file(late, '2026-12-15', null);
    await app.fact(approvalEvents, 'correctionRequested', { ...filing, materials: ['总平面图'], dueOn: '2026-11-30' });
    const note = { text: '回访', visibility: 'internal', callBackOn: '2026-11-24' } as const;
    await app.run(writeNote, { caseId: lit.id, ...note }, helper);
    expect(await listed({ waiting: 'answer' })).toEqual([applied.id]);
    expect(await listed({ waiting: 'correction' })).toEqual([late.id]);
    expect(await listed({ waiting: 'call_back' })).toEqual([]);
    const tomorrow = await app.run(listCases, { waiting: 'call_back' }, manager, { now: '2026-11-24T09:00:00+08:00' });
    expect(tomorrow.items.map(({ id }) => id)).toEqual([lit.id]);
  });

  it('tells machines what has changed since', async () => {
    const now = '2026-11-25T10:00:00+08:00';
    const reached = { caseId: lit.id, code: 'G01', name: '开工', on: '2026-11-25', openDuties: [] } as const;
    await app.fact(milestoneEvents, 'reached', { ...reached, openDuties: [] }, { now });
    expect(await listed({ updatedSince: now })).toEqual([lit.id]);
    expect(await listed({ updatedSince: '2026-11-25T10:00:01+08:00' })).toEqual([]);
  });

  it('finds two Chinese characters, parts of numbers and codes, whatever signs they have', async () => {
    const { project, unit } = await aProject(app, { name: '100%纯电_蓝鲸基地', projectCode: null });
    const names = async (q: string, as = unit) =>
      (await app.run(listProjects, { q }, as)).items.map(({ name }) => name);
    expect(await names('蓝鲸')).toEqual([project.name]);
    expect(await names('0%纯电_')).toEqual([project.name]);
    expect(await names('鲸蓝')).toEqual([]);
    expect(await names(project.number.toLowerCase())).toEqual([project.name]);
    expect(await listed({ q: '示例' })).toHaveLength(3);
    expect(await listed({ q: lit.head.number.slice(-6) })).toEqual([lit.id]);
    expect(await listed({ q: lit.project.number })).toEqual([lit.id]);
    expect(await listed({ q: lit.uscc.slice(-6) })).toEqual([lit.id]);
    expect(await listed({ q: '例示' })).toEqual([]);
  });

  it('is searched with projects, units and items at once, and only what the reader may see', async () => {
    await expect(app.run(search, { q: '建' }, manager)).rejects.toMatchObject({ code: 'invalid_input' });
    const hits = async (q: string, as: Principal = manager) => (await app.run(search, { q }, as)).items;
    const { number } = lit.head;
    const caseId = lit.id;
    expect(await hits(number)).toEqual([
      { kind: 'case', id: caseId, caseId, title: number, subtitle: lit.project.name },
    ]);
    expect(await hits(lit.project.name)).toMatchObject([{ kind: 'project', id: lit.project.id, caseId }]);
    expect(await hits(lit.uscc.slice(-6))).toMatchObject([
      { kind: 'unit', id: lit.unit.unitId, caseId, subtitle: `${number} ${lit.project.name}` },
    ]);
    expect((await hits('c04')).map(({ kind, id, title }) => [kind, id, title])).toEqual([
      ['item', 'C04', C04.name],
      ['item', 'C04', C04.name],
    ]);
    expect(await hits('施工许可', lit.unit)).toMatchObject([{ kind: 'item', id: 'C04', caseId }]);
    const { unit: other, project } = await aProject(app);
    expect(await hits(number, other)).toEqual([]);
    expect(await hits(lit.project.name, other)).toEqual([]);
    expect(await hits(project.name, other)).toMatchObject([{ kind: 'project', caseId: null }]);
    const cityKnows = await hits('示例', aCityAgent('helper'));
    expect(cityKnows.map(({ kind, caseId: of }) => [kind, of])).toEqual(
      Array.from({ length: 4 }, () => ['project', null]),
    );
  });

  it('keeps ended cases out of nothing but what asks for a state', async () => {
    await app.run(terminateCase, { caseId: applied.id, reason: '不再建设' }, applied.unit);
    expect(await listed({ state: ['closed', 'terminated'] })).toEqual([applied.id]);
    expect(await listed({})).toHaveLength(3);
  });
});
