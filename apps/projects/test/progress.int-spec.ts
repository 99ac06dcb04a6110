import { randomUUID } from 'node:crypto';
import {
  approvalEvents,
  assignmentEvents,
  milestoneEvents,
  preApprovalEvents,
  roadmapEvents,
  routingEvents,
} from '#libs/contracts/facts.js';
import type { FactData, FactType } from '#libs/contracts/define.js';
import { getCase, getProgress, listCases, visibleCases } from '#libs/contracts/projects.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import {
  B02,
  C04,
  CITY,
  SHOUGUANG,
  aCityAgent,
  aProject,
  anActiveCase,
  anAgent,
  anAppliedCase,
  plan,
  transferToCity,
} from './factories.js';
import type { Applied } from './factories.js';

const guide = anAgent('guide');

describe('what a reader sees of a case', () => {
  let app: Operations;
  let active: Applied;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    active = await anActiveCase(app);
  });
  afterAll(() => app.stop());

  const detail = () => app.run(getCase, { caseId: active.id }, guide);
  const progress = () => app.run(getProgress, { caseId: active.id }, active.unit);
  const filing = (itemCode: string, itemName: string) => ({
    approvalId: randomUUID(),
    caseId: active.id,
    itemCode,
    itemName,
    works: null,
    handlingBody: 'SG-SPJ',
  });
  const b02 = () => filing('B02', B02.name);
  type Types = FactType<typeof approvalEvents>;
  const approval = <T extends Types>(type: T, data: FactData<typeof approvalEvents, T>) =>
    app.fact(approvalEvents, type, data);

  it('says which cases may be seen, and nothing of those that may not', async () => {
    const other = await anAppliedCase(app);
    const caseIds = [active.id, other.id, randomUUID()];
    const seenBy = async (reader: typeof guide) => (await app.run(visibleCases, { caseIds }, reader)).items;
    expect(await seenBy(active.unit)).toEqual([{ caseId: active.id, projectId: active.project.id }]);
    expect((await seenBy(guide)).map(({ caseId }) => caseId).toSorted()).toEqual([active.id, other.id].toSorted());
    await expect(app.run(visibleCases, { caseIds: [] }, guide)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('says who is asked next before and after the agreement, and what the reader may do', async () => {
    const applied = await anAppliedCase(app);
    const before = await app.run(getCase, { caseId: applied.id }, guide);
    expect(before).toMatchObject({ nextAction: '待首接机构拟定帮代办协议', planVersion: null, items: [], stage: null });
    await plan(app, applied.id);
    const operations = async (as = guide) =>
      (await app.run(getCase, { caseId: applied.id }, as)).actions.map(({ operation }) => operation);
    expect(await operations()).toContain('projects.draft-agreement');
    expect(await operations(applied.unit)).toEqual([
      'projects.edit-project',
      'projects.grant-mandate',
      'projects.record-trip',
      'projects.register-document',
      'projects.write-note',
      'projects.ask',
      'projects.terminate-case',
    ]);
    expect(await operations(anAgent('inspector'))).toEqual([]);
    expect(await detail()).toMatchObject({
      nextAction: '待指定“一对一”帮代办专人',
      stage: '工程建设许可',
      itemsDone: 0,
      itemsTotal: 2,
    });
  });

  it('keeps the principal, the guide, the route, the roadmap and the milestones from the facts of others', async () => {
    const person = { assignmentId: randomUUID(), agentId: randomUUID(), agentName: '王明', institutionId: SHOUGUANG };
    const assigned = { caseId: active.id, ...person, reason: '属地', from: '2026-11-23' };
    await app.fact(assignmentEvents, 'assigned', { ...assigned, role: 'principal' });
    await app.fact(assignmentEvents, 'assigned', { ...assigned, role: 'guide' });
    const routed = { caseId: active.id, planVersion: 1, mainLevel: 'county', summary: '县级事项为主,不转交' } as const;
    await app.fact(routingEvents, 'proposed', { ...routed, questions: [] });
    const roadmap = { roadmapId: randomUUID(), version: 1, startOn: '2026-11-24', endOn: '2027-03-01' };
    await app.fact(roadmapEvents, 'frozen', { caseId: active.id, ...roadmap, reason: null, guideName: '王明' });
    const reached = { caseId: active.id, name: '开工', on: '2026-11-23', openDuties: [] };
    await app.fact(milestoneEvents, 'reached', { ...reached, code: 'G01' });
    expect(await detail()).toMatchObject({
      principal: { agentId: person.agentId, name: '王明' },
      guide: { name: '王明' },
      routing: '县级事项为主,不转交',
      roadmap: { version: 1, endOn: '2027-03-01' },
      nextAction: '待首接机构召开联合预审',
    });
    const ended = { assignmentId: person.assignmentId, agentId: person.agentId, to: '2026-11-23', reason: '调整' };
    await app.fact(assignmentEvents, 'ended', { caseId: active.id, role: 'guide', ...ended });
    expect(await detail()).toMatchObject({ guide: null, principal: { name: '王明' } });
  });

  it('never lets an older plan overwrite a newer one', async () => {
    await plan(app, active.id, [B02, C04], 3);
    await plan(app, active.id, [], 2);
    expect(await detail()).toMatchObject({ planVersion: 3, itemsTotal: 2 });
  });

  it('tells the unit in plain words who has an item since when, and what it must do itself', async () => {
    const data = b02();
    await approval('submitted', { ...data, mandateHolderName: '王明', handlingMode: '零跑腿' });
    const due = { promisedDueOn: '2026-12-04', statutoryDueOn: '2026-12-21' };
    await approval('accepted', { ...data, acceptedOn: '2026-11-23', ...due });
    await approval('deadlineNear', {
      ...data,
      clock: 'promised',
      dueOn: '2026-12-04',
      workdaysLeft: 1,
      light: 'yellow',
    });
    const item = async () => (await progress()).items.find(({ name }) => name === B02.name);
    expect(await item()).toEqual({
      itemCode: 'B02',
      name: B02.name,
      stage: B02.stage,
      state: 'accepted',
      what: '已受理,正在审查',
      who: '寿光市行政审批服务局',
      since: '2026-11-23',
      expectedOn: '2026-12-04',
      light: '临近期限',
    });
    expect(await detail()).toMatchObject({ light: 'yellow' });
    expect(await progress()).toMatchObject({
      stages: [
        { name: B02.stage, done: 0, total: 1 },
        { name: C04.stage, done: 0, total: 1 },
        { name: '竣工验收', done: 0, total: 1 },
        { name: '并行推进', done: 0, total: 1 },
      ],
      endOn: null,
      waiting: true,
      yourTurn: ['请签署授权委托书,帮代办人员方可代您申报。'],
    });
    await approval('correctionRequested', { ...data, materials: ['总平面图'], dueOn: '2026-11-30' });
    expect(await item()).toMatchObject({
      what: '需要补正材料:总平面图',
      who: expect.stringContaining('寿光示例公司'),
      light: null,
    });
    expect((await progress()).yourTurn).toContain(`请于2026-11-30前补正“${B02.name}”材料:总平面图。`);
    const decided = {
      result: 'granted',
      documentNumber: '建字1号',
      decidedOn: '2026-11-23',
      source: 'recorded',
    } as const;
    await approval('decided', { ...data, ...decided, verified: false });
    expect(await item()).toMatchObject({ what: '结果已登记,等待部门核验' });
    await approval('decided', { ...data, ...decided, verified: true });
    expect(await item()).toMatchObject({ what: '已办结(建字1号)' });
    expect(await detail()).toMatchObject({ itemsDone: 1, stage: '施工许可', light: null });
  });

  it('shows a pre-approval with what is still missing for the formal document', async () => {
    const data = {
      preApprovalId: randomUUID(),
      caseId: active.id,
      itemCode: 'C04',
      itemName: C04.name,
      handlingBody: 'SG-SPJ',
    };
    const missingConditions = ['国有建设用地使用权出让合同尚未签订', '建设用地规划许可证尚未换发正式证书'];
    const issued = { documentNumber: '预审批1号', issuedOn: '2026-11-20', validTo: '2027-11-19', missingConditions };
    await app.fact(preApprovalEvents, 'issued', { ...data, ...issued });
    expect((await detail()).items.find(({ itemCode }) => itemCode === 'C04')).toMatchObject({ state: 'pre_approved' });
    await app.fact(preApprovalEvents, 'conditionMet', {
      ...data,
      condition: missingConditions[0] ?? '',
      on: '2026-11-23',
    });
    expect((await progress()).yourTurn).toContain(
      `“${C04.name}”已取得预审批文件,达到以下条件后即可换发正式文件:${missingConditions[1]}。`,
    );
  });

  it('lists the cases a reader may see by state, stage, institution, region and words, with their total', async () => {
    const city = aCityAgent('manager');
    const list = (filters: object, as = city) => app.run(listCases, filters, as);
    expect(await list({ state: 'active' })).toMatchObject({
      total: 1,
      items: [{ id: active.id, currentInstitution: { id: SHOUGUANG } }],
    });
    expect((await list({ stage: '施工许可' })).total).toBe(1);
    expect((await list({ institutionId: CITY })).total).toBe(0);
    await transferToCity(app, active.id);
    expect(await list({ institutionId: CITY })).toMatchObject({
      total: 1,
      items: [{ firstInstitution: { id: SHOUGUANG }, currentInstitution: { id: CITY, name: '潍坊市帮代办服务中心' } }],
    });
    expect(await list({ q: active.head.number })).toMatchObject({
      total: 1,
      items: [{ unitName: expect.any(String) }],
    });
    expect((await list({ regionId: '370783', pageSize: 1, sort: 'number' })).items).toHaveLength(1);
    const { unit: other } = await aProject(app);
    expect(await list({}, other)).toEqual({ items: [], total: 0, page: 1, pageSize: 50 });
    expect((await list({}, active.unit)).total).toBe(1);
  });
});
