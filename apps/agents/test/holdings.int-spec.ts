import {
  acceptHandOver,
  appointChiefContact,
  appointChiefLiaison,
  assignAgent,
  endAgent,
  endAssignment,
  formTeam,
  getHoldings,
  getTeam,
  handOverAll,
  listAssignments,
  listBulkHandOvers,
  listChiefContacts,
  listChiefLiaisons,
  listPendingHandOvers,
  proposeHandOver,
  proposeTransfer,
  tryHandOverAll,
  undoBulkHandOver,
} from '#libs/contracts/agents.js';
import type { Agent } from '#libs/contracts/agents.js';
import type { RawInput } from '#libs/contracts/define.js';
import { assignmentEvents } from '#libs/contracts/facts.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { COUNTY_CODES, aCase, aRoster, aUnit, administrator, anAgent, anInstitution, as } from './factories.js';
import { wording } from './refusals.js';

describe('what an agent holds', () => {
  let app: Operations;
  let roster: Awaited<ReturnType<typeof aRoster>>;
  beforeEach(async () => {
    app = await Operations.start(serviceData, AppModule);
    roster = await aRoster(app);
  });
  afterEach(() => app.stop());

  const assign = (caseId: string, { id: agentId }: Agent, role: 'principal' | 'policy_adviser' = 'principal') =>
    app.run(assignAgent, { caseId, role, agentId, reason: '属地人员' }, roster.manager);
  const told = async (caseId: string) =>
    (await app.published(assignmentEvents))
      .filter(({ subject }) => subject === caseId)
      .map(({ type }) => type.slice(11));
  const holdings = (agentId: string, by = roster.manager) => app.run(getHoldings, { agentId }, by);
  const handOver = (agentId: string, over: Partial<RawInput<typeof handOverAll>>, by = roster.manager) =>
    app.run(handOverAll, { agentId, cause: 'leave', text: '年休假', ...over }, by);
  const leaderOf = async (caseId: string) => (await app.run(getTeam, { caseId }, roster.manager)).leaderId;

  /** Principal of two cases, of one with a team; chief contact of C04 and chief liaison of 寿光. */
  async function aBusyAgent() {
    const agent = await anAgent(app, roster.county);
    const cases = [await aCase(app, roster.county), await aCase(app, roster.county)] as const;
    for (const caseId of cases) await assign(caseId, agent);
    await app.run(formTeam, { caseId: cases[0], complex: true, reason: '两级同步' }, roster.manager);
    const office = { institutionId: roster.county.id, agentId: agent.id };
    await app.run(appointChiefContact, { ...office, itemCode: 'C04' }, roster.manager);
    await app.run(appointChiefLiaison, { agentId: agent.id }, roster.manager);
    return { agent, cases, self: as(agent, roster.county) };
  }

  it('is read by himself and by whoever manages him, by nobody else', async () => {
    const { agent, cases, self } = await aBusyAgent();
    const foreign = await anInstitution(app, '青州', roster.city.id);
    const stranger = as(await anAgent(app, foreign, { classes: ['manager'] }), foreign);
    await expect(holdings(agent.id, stranger)).rejects.toMatchObject({ code: 'not_your_institution' });
    await expect(holdings(agent.id, roster.helper)).rejects.toMatchObject({ code: 'not_your_institution' });
    await expect(holdings(agent.id, aUnit(agent.id))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(holdings(roster.city.id)).rejects.toMatchObject({ code: 'not_found' });
    for (const reader of [self, roster.manager, roster.cityManager, administrator]) {
      const held = await holdings(agent.id, reader);
      expect(held.agentName).toBe(agent.name);
      expect(held.assignments.map(({ caseId }) => caseId).toSorted()).toEqual(cases.toSorted());
    }
  });

  it('is every open term, and what waits for him', async () => {
    const { agent, cases, self } = await aBusyAgent();
    const { liaisonId } = await app
      .run(listChiefLiaisons, { regionId: '370783' }, roster.manager)
      .then(({ items }) => ({ liaisonId: items.find(({ agentId }) => agentId === agent.id)?.id }));
    const transferred = await aCase(app, roster.city);
    const papers = { itemCodes: COUNTY_CODES, materials: [], method: 'platform_upload' as const, liaisonId };
    const transfer = { caseId: transferred, toInstitutionId: roster.county.id, ...papers };
    await app.run(proposeTransfer, transfer, roster.cityHelper);
    const to = await anAgent(app, roster.county);
    const proposal = { caseId: cases[1], toAgentId: to.id, reason: '休假', openMatters: '无' };
    await app.run(proposeHandOver, proposal, self);
    const held = await holdings(agent.id);
    expect(held.assignments.map(({ caseId, leadsTeam, agentLoad }) => [caseId, leadsTeam, agentLoad])).toEqual(
      expect.arrayContaining([
        [cases[0], true, 2],
        [cases[1], false, 2],
      ]),
    );
    expect(held.assignments[0]).toMatchObject({ projectName: '设施农业研究中心', institutionName: '寿光帮代办中心' });
    expect(held.chiefContacts).toMatchObject([{ itemCode: 'C04' }]);
    expect(held.chiefLiaisons).toMatchObject([{ regionId: '370783', seat: 4 }]);
    expect(held.transfers).toMatchObject([{ caseId: transferred, state: 'proposed' }]);
    expect(held.handOvers).toMatchObject([{ caseId: cases[1], toAgentName: to.name }]);
  });

  it('is handed over by a manager in one act, and the agent can leave (R17, R25, R26)', async () => {
    const { agent, cases } = await aBusyAgent();
    const [first, second] = [await anAgent(app, roster.county), await anAgent(app, roster.county)];
    const { assignments } = await holdings(agent.id);
    const holdingId = assignments.find(({ caseId }) => caseId === cases[0])?.id ?? '';
    const bulk = await handOver(agent.id, {
      takers: [{ holdingId, toAgentId: first.id }],
      defaultToAgentId: second.id,
    });
    expect(bulk.rows.map(({ kind, outcome, toAgentName }) => [kind, outcome, toAgentName])).toEqual(
      expect.arrayContaining([
        ['assignment', 'moved', first.name],
        ['assignment', 'moved', second.name],
        ['chief_contact', 'moved', second.name],
        ['chief_liaison', 'moved', second.name],
      ]),
    );
    expect(bulk).toMatchObject({ actions: ['agents.undo-bulk-hand-over'], handedBy: roster.manager.name });
    expect([await leaderOf(cases[0]), await leaderOf(cases[1])]).toEqual([first.id, second.id]);
    expect(await told(cases[0])).toEqual(['assigned', 'ended', 'assigned']);
    expect(await holdings(agent.id)).toMatchObject({ assignments: [], chiefContacts: [], chiefLiaisons: [] });
    await expect(
      app.run(endAgent, { id: agent.id }, roster.manager, { expectedVersion: agent.version }),
    ).resolves.toMatchObject({ to: '2026-11-23' });
    await expect(handOver(agent.id, {})).rejects.toMatchObject({ code: 'nothing_held' });
  });

  it('is left as it was when a row is refused, each row named, unless those are skipped', async () => {
    const { agent, cases } = await aBusyAgent();
    const taker = await anAgent(app, roster.county, { classes: ['guide'], helperStages: [] });
    const { assignments } = await holdings(agent.id);
    const takers = assignments.map(({ id: holdingId }) => ({ holdingId, toAgentId: taker.id }));
    await expect(handOver(agent.id, { takers }, roster.helper)).rejects.toMatchObject({
      code: 'not_your_institution',
    });
    await expect(handOver(agent.id, { takers: [{ holdingId: taker.id, toAgentId: taker.id }] })).rejects.toMatchObject({
      code: 'holding_unknown',
    });
    await expect(handOver(agent.id, { takers })).rejects.toMatchObject({
      code: 'holdings_refused',
      params: { count: 4, refused: [{ code: 'agent_unfit' }, { code: 'agent_unfit' }, {}, { code: 'taker_missing' }] },
    });
    expect(await wording(handOver(agent.id, { takers, defaultToAgentId: taker.id }))).toBe(
      `有2项不能交接,未作任何改动:${Array(2)
        .fill(`设施农业研究中心·帮代办专人(不能指派${taker.name}:不是帮代办服务员。)`)
        .join('、')}。请另选接手人员,或选择跳过这些项。`,
    );
    const trial = await app.run(
      tryHandOverAll,
      { agentId: agent.id, cause: 'leave', text: '年休假', takers, defaultToAgentId: taker.id },
      roster.manager,
    );
    expect(trial.rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'agent_unfit'],
      ['refused', 'agent_unfit'],
      ['moved', null],
      ['moved', null],
    ]);
    expect((await app.run(listBulkHandOvers, { agentId: agent.id }, roster.manager)).items).toEqual([]);
    expect(await leaderOf(cases[0])).toBe(agent.id);
    expect((await holdings(agent.id)).chiefLiaisons).toHaveLength(1);
    const bulk = await handOver(agent.id, { takers, defaultToAgentId: taker.id, skipRefused: true });
    expect(bulk.rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'agent_unfit'],
      ['refused', 'agent_unfit'],
      ['moved', null],
      ['moved', null],
    ]);
    expect(await holdings(agent.id)).toMatchObject({ assignments: [{}, {}], chiefContacts: [], chiefLiaisons: [] });
  });

  it('of another county is refused row by row: only who manages the case moves it', async () => {
    const agent = await anAgent(app, roster.county);
    const caseId = await aCase(app, roster.city);
    const input = {
      caseId,
      role: 'principal',
      agentId: agent.id,
      reason: '属地',
      overrideReason: '市级人手不足',
    } as const;
    await app.run(assignAgent, input, roster.cityManager);
    const taker = await anAgent(app, roster.county);
    await expect(handOver(agent.id, { defaultToAgentId: taker.id })).rejects.toMatchObject({
      params: { refused: [{ code: 'not_assigning_institution' }] },
    });
    const takers = [{ holdingId: (await holdings(agent.id)).assignments[0]?.id ?? '', toAgentId: taker.id }];
    await expect(handOver(agent.id, { takers }, roster.cityManager)).rejects.toMatchObject({
      params: { refused: [{ code: 'assignee_elsewhere' }] },
    });
    const reasoned = takers.map((each) => ({ ...each, overrideReason: '市级人手不足' }));
    await handOver(agent.id, { takers: reasoned }, roster.cityManager);
    expect(await leaderOf(caseId)).toBe(taker.id);
  });

  it('is proposed to the others when he hands it over himself; his offices are his manager’s to give', async () => {
    const { agent, cases, self } = await aBusyAgent();
    const taker = await anAgent(app, roster.county);
    const bulk = await handOver(agent.id, { defaultToAgentId: taker.id, skipRefused: true }, self);
    expect(bulk.rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['proposed', null],
      ['proposed', null],
      ['refused', 'not_your_institution'],
      ['refused', 'not_your_institution'],
    ]);
    expect(await leaderOf(cases[0])).toBe(agent.id);
    const receiver = as(taker, roster.county);
    const waiting = await app.run(listPendingHandOvers, { direction: 'in' }, receiver);
    expect(waiting).toMatchObject({ total: 2, items: [{ projectName: '设施农业研究中心' }, {}] });
    expect(waiting.items[0]?.actions).toEqual(['agents.accept-hand-over', 'agents.return-hand-over']);
    const sent = await app.run(listPendingHandOvers, { direction: 'out' }, self);
    expect(sent.items.map(({ actions }) => actions)).toEqual([[], []]);
    await app.run(undoBulkHandOver, { agentId: agent.id, bulkId: bulk.id }, self);
    expect((await app.run(listPendingHandOvers, { direction: 'in' }, receiver)).total).toBe(0);
    expect(await told(cases[0])).toEqual(['assigned', 'handOverProposed', 'handOverReturned']);
  });

  it('comes back when the act is undone on its day, as terms of their own', async () => {
    const { agent, cases, self } = await aBusyAgent();
    const taker = await anAgent(app, roster.county);
    const { id: bulkId } = await handOver(agent.id, { defaultToAgentId: taker.id });
    const undo = { agentId: agent.id, bulkId };
    await expect(app.run(undoBulkHandOver, undo, self)).rejects.toMatchObject({ code: 'not_assigning_institution' });
    await expect(app.run(undoBulkHandOver, { ...undo, bulkId: agent.id }, roster.manager)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      app.run(undoBulkHandOver, undo, roster.manager, { now: '2026-11-24T09:00:00+08:00' }),
    ).rejects.toMatchObject({ code: 'bulk_hand_over_past' });
    const undone = await app.run(undoBulkHandOver, undo, roster.manager);
    expect(undone).toMatchObject({ actions: [], undoneAt: '2026-11-23T01:00:00.000Z' });
    expect(await leaderOf(cases[0])).toBe(agent.id);
    const { assignments } = await app.run(getTeam, { caseId: cases[0] }, roster.manager);
    expect(assignments.map(({ to }) => to).toSorted()).toEqual(['2026-11-23', '2026-11-23', null]);
    const key = { institutionId: roster.county.id, itemCode: 'C04' };
    expect((await app.run(listChiefContacts, key, roster.manager)).items).toMatchObject([{ agentId: agent.id }]);
    await expect(app.run(undoBulkHandOver, undo, roster.manager)).rejects.toMatchObject({
      code: 'bulk_hand_over_undone',
    });
    expect((await app.run(listBulkHandOvers, { agentId: agent.id }, self)).items).toMatchObject([{ id: bulkId }]);
  });

  it('stays where it went once something has moved since', async () => {
    const { agent, cases } = await aBusyAgent();
    const taker = await anAgent(app, roster.county);
    const { id: bulkId } = await handOver(agent.id, { defaultToAgentId: taker.id });
    const moved = (await holdings(taker.id)).assignments.find(({ caseId }) => caseId === cases[1]);
    await app.run(
      endAssignment,
      { caseId: cases[1], assignmentId: moved?.id ?? '', reason: '另行安排' },
      roster.manager,
    );
    await expect(app.run(undoBulkHandOver, { agentId: agent.id, bulkId }, roster.manager)).rejects.toMatchObject({
      code: 'bulk_hand_over_moved_on',
      params: { rows: ['设施农业研究中心·帮代办专人'] },
    });
    expect(await leaderOf(cases[0])).toBe(taker.id);
  });

  it('is listed by assignment, with the load, within the reader’s cases', async () => {
    const { agent, cases } = await aBusyAgent();
    const foreign = await anInstitution(app, '青州', roster.city.id);
    const stranger = as(await anAgent(app, foreign, { classes: ['manager'] }), foreign);
    expect((await app.run(listAssignments, { agentId: agent.id }, stranger)).total).toBe(0);
    const taker = await anAgent(app, roster.county);
    const proposal = { caseId: cases[0], toAgentId: taker.id, reason: '休假', openMatters: '无' };
    const { id: handOverId } = await app.run(proposeHandOver, proposal, roster.manager);
    await app.run(acceptHandOver, { caseId: cases[0], handOverId }, as(taker, roster.county));
    const list = async (over: Partial<RawInput<typeof listAssignments>>) =>
      (await app.run(listAssignments, { agentId: agent.id, ...over }, roster.manager)).items.map(
        ({ caseId, agentLoad, to }) => [caseId, agentLoad, to],
      );
    expect(await list({})).toEqual([[cases[1], 1, null]]);
    expect(await list({ open: 'false', role: 'principal' })).toHaveLength(2);
    expect(await list({ role: ['guide', 'member'] })).toEqual([]);
    const settled = await app.run(listPendingHandOvers, { state: 'accepted' }, roster.manager);
    expect(settled.items).toMatchObject([{ id: handOverId, state: 'accepted', actions: [] }]);
    expect((await app.run(listPendingHandOvers, { state: 'accepted' }, stranger)).total).toBe(0);
  });
});
