import {
  acceptHandOver,
  assignAgent,
  beginInspection,
  endAgent,
  endAssignment,
  formTeam,
  getAgent,
  getTeam,
  listHandOvers,
  proposeHandOver,
  returnHandOver,
  suggestAgents,
} from '#libs/contracts/agents.js';
import type { Agent } from '#libs/contracts/agents.js';
import type { RawInput } from '#libs/contracts/define.js';
import { assignmentEvents, caseEvents } from '#libs/contracts/facts.js';
import { advanceAgentsTime } from '#libs/contracts/time.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { aCase, aRoster, administrator, anAgent, as } from './factories.js';
import { refusals, wording } from './refusals.js';

describe('assignments', () => {
  let app: Operations;
  let roster: Awaited<ReturnType<typeof aRoster>>;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    roster = await aRoster(app);
  });
  afterAll(() => app.stop());

  const assign = (
    caseId: string,
    agent: Agent,
    over: Partial<RawInput<typeof assignAgent>> = {},
    by = roster.manager,
  ) => app.run(assignAgent, { caseId, role: 'principal', agentId: agent.id, reason: '属地人员', ...over }, by);
  const told = async (caseId: string) =>
    (await app.published(assignmentEvents))
      .filter(({ subject }) => subject === caseId)
      .map(({ type }) => type.slice(11));

  it('are made by the manager of the holding institution or of the one above', async () => {
    const caseId = await aCase(app, roster.city);
    const helper = await anAgent(app, roster.city);
    await expect(assign(caseId, helper, {}, roster.cityHelper)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(assign(caseId, helper, {}, roster.manager)).rejects.toMatchObject({
      code: 'not_assigning_institution',
      params: { institution: '潍坊帮代办中心' },
    });
    const county = await aCase(app, roster.county);
    await expect(assign(county, await anAgent(app, roster.county), {}, roster.cityManager)).resolves.toMatchObject({
      role: 'principal',
    });
  });

  it('give a case exactly one principal, also when four are assigned at the same moment (R62)', async () => {
    const caseId = await aCase(app, roster.county);
    const agents = await Promise.all([1, 2, 3, 4].map(() => anAgent(app, roster.county)));
    const answers = await Promise.allSettled(agents.map((agent) => assign(caseId, agent)));
    expect(refusals(answers).map(({ code }) => code)).toEqual(Array(3).fill('principal_exists'));
    expect(await told(caseId)).toEqual(['assigned']);
    const { leaderId } = await app.run(getTeam, { caseId }, roster.manager);
    const name = agents.find(({ id }) => id === leaderId)?.name;
    const [other] = agents.filter(({ id }) => id !== leaderId);
    expect(other && (await wording(assign(caseId, other)))).toBe(
      `该项目已有帮代办专人${name},每个项目只确定1名;如需更换,请办理交接。`,
    );
    await expect(
      app.source.query(
        `INSERT INTO assignment (id, version, case_id, role, agent_id, institution_id, reason, valid_from)
         VALUES (gen_random_uuid(), 1, $1, 'principal', gen_random_uuid(), $2, '', '2026-11-23')`,
        [caseId, roster.county.id],
      ),
    ).rejects.toThrow('uq_assignment_principal');
  });

  it('take a principal of the holding institution, or give the reason (R41)', async () => {
    const caseId = await aCase(app, roster.county);
    const stranger = await anAgent(app, roster.city);
    expect(await wording(assign(caseId, stranger))).toBe(
      `${stranger.name}不是承办机构“寿光帮代办中心”的人员;确需指派的,请写明理由。`,
    );
    await expect(assign(caseId, stranger, { overrideReason: '县级人手不足' })).resolves.toMatchObject({
      overrideReason: '县级人手不足',
    });
  });

  it.each([
    [{ baseCoursePassedOn: null }, '尚未通过基础培训考核。'],
    [{ source: 'secondment' as const, contractEndsOn: '2026-11-22' }, '聘用或选派期限已于2026-11-22届满。'],
    [{ classes: ['guide' as const] }, '不是帮代办服务员。'],
    [
      { helperStages: ['施工许可' as const] },
      '没有“立项用地规划许可”阶段下列事项的服务资格:企业投资项目备案、建设用地规划许可证核发、建设项目环境影响评价审批、建设项目压覆重要矿床审批。',
    ],
  ])('refuse as principal who is %j (R15, R17, R20, R23)', async (values, reason) => {
    const caseId = await aCase(app, roster.county);
    const agent = await anAgent(app, roster.county, values);
    expect(await wording(assign(caseId, agent))).toBe(`不能指派${agent.name}:${reason}`);
  });

  it('judge the qualification by the stage that is taken on (R20)', async () => {
    const caseId = await aCase(app, roster.county);
    const builder = await anAgent(app, roster.county, { helperStages: ['施工许可'] });
    await expect(assign(caseId, builder, { stage: '施工许可' })).resolves.toMatchObject({ agentId: builder.id });
  });

  it('suggest local staff first, with reasons, and say who may not (R18, R41)', async () => {
    const caseId = await aCase(app, roster.county, { project: { scenario: '医疗' } });
    const medical = await anAgent(app, roster.city, { classes: ['guide'], specialties: ['医疗'] });
    const industrial = await anAgent(app, roster.county, { classes: ['guide'], specialties: ['工业'] });
    const guides = await app.run(suggestAgents, { caseId, role: 'guide' }, roster.manager);
    const order = guides.ranked.map(({ agentId }) => agentId);
    expect(order.indexOf(medical.id)).toBeLessThan(order.indexOf(industrial.id));
    expect(guides.ranked[0]?.reasons).toContain('熟悉“医疗”类项目审批流程。');
    const untrained = await anAgent(app, roster.county, { baseCoursePassedOn: null });
    const helpers = await app.run(suggestAgents, { caseId, role: 'principal' }, roster.manager);
    expect(helpers.ranked[0]?.reasons[0]).toBe('寿光市本地人员,属地优先。');
    expect(helpers.excluded).toContainEqual({
      agentId: untrained.id,
      name: untrained.name,
      reasons: ['尚未通过基础培训考核。'],
    });
    const adviser = await anAgent(app, roster.county, { classes: ['policy_adviser'], policyDomains: ['建厂生产'] });
    const factory = await aCase(app, roster.county);
    const advisers = await app.run(suggestAgents, { caseId: factory, role: 'policy_adviser' }, roster.manager);
    expect(advisers.ranked.map(({ agentId }) => agentId)).toEqual([adviser.id]);
  });

  it('form a team only for a complex case with a principal, who leads it (R63); it is dissolved at the end', async () => {
    const caseId = await aCase(app, roster.county);
    const [principal, member] = [await anAgent(app, roster.county), await anAgent(app, roster.county)];
    const complex = { caseId, complex: true as const, reason: '16项审批同步办理' };
    await expect(app.run(formTeam, complex, roster.manager)).rejects.toMatchObject({ code: 'principal_missing' });
    await assign(caseId, principal);
    const acts = async (reader: Principal) => (await app.run(getTeam, { caseId }, reader)).actions;
    const [assigns, ends, forms] = ['agents.assign-agent', 'agents.end-assignment', 'agents.form-team'];
    expect(await acts(roster.manager)).toEqual([assigns, ends, forms, 'agents.propose-hand-over']);
    expect(await acts(as(principal, roster.county))).toEqual(['agents.propose-hand-over']);
    expect(await acts(as(member, roster.county))).toEqual([]);
    await expect(assign(caseId, member, { role: 'member' })).rejects.toMatchObject({ code: 'team_not_formed' });
    expect(await app.run(formTeam, complex, roster.manager)).toMatchObject({
      leaderId: principal.id,
      complexity: { reason: '16项审批同步办理' },
    });
    await expect(app.run(formTeam, complex, roster.manager)).rejects.toMatchObject({ code: 'team_formed' });
    await assign(caseId, member, { role: 'member' });
    await expect(assign(caseId, member, { role: 'member' })).rejects.toMatchObject({ code: 'assigned_already' });
    expect(await app.run(getAgent, { id: member.id }, roster.manager)).toMatchObject({ load: 1 });
    expect(await wording(app.run(endAgent, { id: member.id }, administrator))).toMatch(
      /尚有1个在办项目\(BDB2026-\d{4}\),请先办理交接/,
    );
    await app.fact(caseEvents, 'closed', { caseId, closedOn: '2026-11-23', visits: 3, trips: 0 });
    const team = await app.run(getTeam, { caseId }, roster.manager);
    expect(team.actions).toEqual([]);
    expect(team.assignments.map(({ to, endReason }) => [to, endReason])).toEqual(
      Array(2).fill(['2026-11-23', '项目已结案']),
    );
    await expect(assign(caseId, member)).rejects.toMatchObject({ code: 'case_is_over' });
  });

  it('raise an alarm when a case has no principal for a working day, once (R64)', async () => {
    const monday = '2026-12-07T09:00:00+08:00';
    const [waiting, served] = [
      await aCase(app, roster.county, { now: monday }),
      await aCase(app, roster.county, { now: monday }),
    ];
    const { id: assignmentId } = await assign(served, await anAgent(app, roster.county));
    const advance = (to: string) => app.run(advanceAgentsTime, { clock: 'business', to }, PLATFORM, { now: to });
    await advance('2026-12-09T09:00:00+08:00');
    await advance('2026-12-09T09:00:00+08:00');
    const alarms = (await app.published(assignmentEvents)).filter(({ type }) => type === 'assignment.principalMissing');
    expect(alarms.filter(({ subject }) => subject === waiting)).toMatchObject([{ time: '2026-12-08T01:00:00.000Z' }]);
    expect(await told(served)).toEqual(['assigned']);
    const now = '2026-12-09T10:00:00+08:00';
    await app.run(endAssignment, { caseId: served, assignmentId, reason: '病休' }, roster.manager, { now });
    await advance('2026-12-10T10:00:00+08:00');
    expect(await told(served)).toEqual(['assigned', 'ended', 'principalMissing']);
  });

  it('keep inspectors out of the cases they inspect, and those who worked in a case from inspecting it (R16, R103)', async () => {
    const caseId = await aCase(app, roster.county);
    const both = { classes: ['helper' as const, 'inspector' as const], classesReason: '县级编制有限' };
    const [worker, watcher] = [await anAgent(app, roster.county, both), await anAgent(app, roster.county, both)];
    const { id: assignmentId } = await assign(caseId, worker);
    await app.run(endAssignment, { caseId, assignmentId, reason: '调岗' }, roster.manager);
    expect(await wording(app.run(beginInspection, { caseId }, as(worker, roster.county)))).toBe(
      '您参与过该项目的帮代办工作,不能对其督导。',
    );
    const mayInspect = async (agent: Agent) =>
      (await app.run(getTeam, { caseId }, as(agent, roster.county))).actions.includes('agents.begin-inspection');
    expect([await mayInspect(worker), await mayInspect(watcher)]).toEqual([false, true]);
    await app.run(beginInspection, { caseId }, as(watcher, roster.county));
    expect(await mayInspect(watcher)).toBe(false);
    await expect(app.run(beginInspection, { caseId }, as(watcher, roster.county))).rejects.toMatchObject({
      code: 'inspection_begun',
    });
    expect(await wording(assign(caseId, watcher))).toBe(
      `${watcher.name}正在督导该项目,不能参与其帮代办工作,请另行指派。`,
    );
    await expect(app.run(beginInspection, { caseId }, roster.helper)).rejects.toMatchObject({ code: 'forbidden' });
  });

  describe('a hand-over of the principal', () => {
    const aHandOver = async () => {
      const caseId = await aCase(app, roster.county);
      const [from, to] = [
        await anAgent(app, roster.county),
        await anAgent(app, roster.county, { helperStages: ['施工许可'] }),
      ];
      const proposal = {
        caseId,
        toAgentId: to.id,
        stage: '施工许可' as const,
        reason: '进入施工许可阶段',
        openMatters: '施工图审查意见11月30日前回复',
      };
      return { caseId, from, to, proposal, sender: as(from, roster.county), receiver: as(to, roster.county) };
    };

    it('is proposed by the principal, accepted by the other, and both terms meet on one day (R20)', async () => {
      const { caseId, from, to, proposal, sender, receiver } = await aHandOver();
      await expect(app.run(proposeHandOver, proposal, roster.manager)).rejects.toMatchObject({
        code: 'principal_missing',
      });
      await assign(caseId, from);
      expect(await wording(app.run(proposeHandOver, proposal, roster.helper))).toBe(
        `交接由现任专人${from.name}或承办机构总体工作管理员提出。`,
      );
      await expect(app.run(proposeHandOver, { ...proposal, stage: null }, sender)).rejects.toMatchObject({
        code: 'agent_unfit',
      });
      const { id: handOverId } = await app.run(proposeHandOver, proposal, sender);
      await expect(app.run(proposeHandOver, proposal, sender)).rejects.toMatchObject({ code: 'hand_over_open' });
      await expect(app.run(acceptHandOver, { caseId, handOverId }, sender)).rejects.toMatchObject({
        code: 'hand_over_not_to_you',
      });
      expect((await app.run(getTeam, { caseId }, sender)).leaderId).toBe(from.id);
      const now = '2026-11-25T09:00:00+08:00';
      expect(await app.run(acceptHandOver, { caseId, handOverId }, receiver, { now })).toMatchObject({
        state: 'accepted',
      });
      await expect(app.run(acceptHandOver, { caseId, handOverId }, receiver)).rejects.toMatchObject({
        code: 'hand_over_settled',
      });
      const { leaderId, assignments } = await app.run(getTeam, { caseId }, receiver);
      expect(leaderId).toBe(to.id);
      expect(assignments.map(({ agentId, from: begun, to: ended }) => [agentId, begun, ended])).toEqual([
        [from.id, '2026-11-23', '2026-11-25'],
        [to.id, '2026-11-25', null],
      ]);
      expect(await told(caseId)).toEqual(['assigned', 'handOverProposed', 'ended', 'assigned']);
    });

    it('is returned with its reason, and the principal stays', async () => {
      const { caseId, from, proposal, sender, receiver } = await aHandOver();
      await assign(caseId, from);
      const { id: handOverId } = await app.run(proposeHandOver, proposal, sender);
      await app.run(returnHandOver, { caseId, handOverId, reason: '材料清单不全' }, receiver);
      expect((await app.run(getTeam, { caseId }, sender)).leaderId).toBe(from.id);
      expect((await app.run(listHandOvers, { caseId }, sender)).items).toMatchObject([
        { state: 'returned', returnReason: '材料清单不全', fromAgentName: from.name },
      ]);
      expect(await told(caseId)).toEqual(['assigned', 'handOverProposed', 'handOverReturned']);
    });
  });
});
