import { randomUUID } from 'node:crypto';
import type { RawInput } from '#libs/contracts/define.js';
import { approvalEvents, assignmentEvents } from '#libs/contracts/facts.js';
import {
  ask,
  conveneReview,
  draftApplication,
  getWorkbench,
  giveOpinion,
  grantMandate,
  listCases,
  writeNote,
} from '#libs/contracts/projects.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import {
  B02,
  SHOUGUANG,
  aProject,
  aReviewer,
  administrator,
  anActiveCase,
  anAgent,
  anAppliedCase,
  appoint,
  listProject,
} from './factories.js';
import type { Applied } from './factories.js';

const manager = anAgent('manager');
const helper = anAgent('helper');
const colleague = anAgent('helper');
const reviewer = aReviewer('SG-SPJ');

describe('the workbench', () => {
  let app: Operations;
  let active: Applied;
  let applied: Applied;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    active = await anActiveCase(app);
    applied = await anAppliedCase(app);
    await appoint(app, helper);
    const assigned = { assignmentId: randomUUID(), agentId: helper.agentId ?? '', agentName: helper.name };
    const since = { institutionId: SHOUGUANG, reason: '属地', from: '2026-11-23' };
    await app.fact(assignmentEvents, 'assigned', { caseId: active.id, role: 'principal', ...assigned, ...since });
    const filing = { approvalId: randomUUID(), caseId: active.id, itemCode: 'B02', itemName: B02.name, works: null };
    const at = { ...filing, handlingBody: 'SG-SPJ' };
    const due = { acceptedOn: '2026-11-10', promisedDueOn: '2026-11-23', statutoryDueOn: null };
    await app.fact(approvalEvents, 'accepted', { ...at, ...due });
    const near = { clock: 'promised', dueOn: '2026-11-23', workdaysLeft: 0, light: 'orange' } as const;
    await app.fact(approvalEvents, 'deadlineNear', { ...at, ...near });
    const correcting = { ...at, approvalId: randomUUID(), itemCode: 'C04', itemName: '施工许可' };
    await app.fact(approvalEvents, 'correctionRequested', { ...correcting, materials: ['合同'], dueOn: '2026-11-28' });
    const note = { caseId: active.id, text: '电话确认图审', visibility: 'internal' } as const;
    await app.run(writeNote, { ...note, callBackOn: '2026-12-10' }, helper);
    await app.run(writeNote, { ...note, text: '下季度再问', callBackOn: '2027-03-01' }, helper);
    await app.run(writeNote, { ...note, caseId: applied.id, text: '催签', callBackOn: '2026-11-23' }, colleague);
    await app.run(ask, { caseId: applied.id, question: '何时签协议?' }, applied.unit);
  });
  afterAll(() => app.stop());

  const bench = (as: Principal) => app.run(getWorkbench, {}, as);
  const reminders = async (as: Principal) =>
    (await bench(as)).reminders.map(({ kind, text, dueOn, age }) => [kind, text, dueOn, age]);

  it('is refused to who has not signed in', async () => {
    await expect(bench({ ...anAgent('helper'), roles: [] })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('counts cases, and each number is the total of the list it leads to', async () => {
    const entered = await aProject(app);
    await listProject(app, entered);
    const draft = { projectId: entered.project.id, institutionId: SHOUGUANG, items: 'all' as const };
    await app.run(draftApplication, draft, helper);
    const state: RawInput<typeof listCases>['state'] = ['applied', 'active', 'closing'];
    const lists: [string, RawInput<typeof listCases>][] = [
      ['drafts', { state: 'draft' }],
      ['applied', { state: 'applied' }],
      ['closing', { state: 'closing' }],
      ['unassigned', { state, unassigned: 'true' }],
      ['mine', { state, mine: 'true' }],
      ['red', { state, light: 'red' }],
      ['orange', { state, light: 'orange' }],
      ['yellow', { state, light: 'yellow' }],
      ['openConsultations', { state, waiting: 'answer' }],
      ['corrections', { state, waiting: 'correction' }],
      ['callBacksDue', { state, waiting: 'call_back' }],
    ];
    for (const reader of [manager, helper, colleague, active.unit, entered.unit, reviewer, administrator]) {
      const totals = lists.map(async ([name, filters]) => [name, (await app.run(listCases, filters, reader)).total]);
      expect(Object.fromEntries(await Promise.all(totals))).toEqual((await bench(reader)).counters);
    }
    expect((await bench(helper)).counters).toEqual({
      drafts: 1,
      applied: 1,
      closing: 0,
      unassigned: 1,
      mine: 1,
      red: 0,
      orange: 1,
      yellow: 0,
      openConsultations: 1,
      corrections: 1,
      callBacksDue: 1,
    });
  });

  it('reminds an agent of its own cases and call-backs, coloured by age, not of what is far away', async () => {
    expect(await reminders(helper)).toEqual([
      ['item', `“${B02.name}”应办结`, '2026-11-23', 'red'],
      ['correction', '“施工许可”待补正材料', '2026-11-28', 'gold'],
      ['call_back', '电话确认图审', '2026-12-10', 'blue'],
    ]);
    expect(await reminders(colleague)).toEqual([['call_back', '催签', '2026-11-23', 'red']]);
    expect(await reminders(manager)).toEqual([]);
  });

  it('reminds the unit of its items and mandates, never of a call-back', async () => {
    const mandate = { caseId: active.id, holderAgentId: helper.agentId ?? '', items: 'all' as const };
    const valid = { validFrom: '2026-11-23', validTo: '2026-12-01' };
    await app.run(grantMandate, { ...mandate, ...valid }, active.unit);
    expect((await reminders(active.unit)).map(([kind]) => kind)).toEqual(['item', 'correction', 'mandate']);
    await app.run(grantMandate, { ...mandate, ...valid, validTo: '2027-11-22' }, active.unit);
    expect((await reminders(active.unit)).map(([kind]) => kind)).toEqual(['item', 'correction']);
  });

  it('reminds a department of its items and of the opinions it still owes', async () => {
    const review = await app.run(conveneReview, { caseId: active.id, opinionsDueOn: '2026-11-26' }, anAgent('guide'));
    expect(await reminders(reviewer)).toEqual([
      ['item', `“${B02.name}”应办结`, '2026-11-23', 'red'],
      ['opinions', '联合预审待反馈意见', '2026-11-26', 'gold'],
    ]);
    const asked = review.invited.find(({ departmentCode }) => departmentCode === 'SG-SPJ');
    for (const itemCode of asked?.itemCodes ?? []) {
      const opinion = { caseId: active.id, reviewId: review.id, itemCode, opinion: 'meets', text: '符合' } as const;
      await app.run(giveOpinion, opinion, reviewer);
    }
    expect((await reminders(reviewer)).map(([kind]) => kind)).toEqual(['item']);
  });

  it('shows the reader’s own cases, the worst light first', async () => {
    expect((await bench(helper)).cases).toMatchObject([{ id: active.id, light: 'orange', dueOn: '2026-11-23' }]);
    expect((await bench(applied.unit)).cases).toMatchObject([{ id: applied.id, nextAction: expect.any(String) }]);
    expect((await bench(reviewer)).cases.map(({ id }) => id)).toEqual([active.id]);
    expect((await bench(manager)).cases).toEqual([]);
  });
});
