import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { inTransaction } from '#libs/persistence/transaction.js';
import { messagingTables } from '#libs/messaging/schema.js';
import { PLATFORM } from '#libs/identity/principal.js';
import type { Principal } from '#libs/identity/principal.js';
import type { ProjectSnapshot } from '#libs/contracts/facts.js';
import { assignmentEvents, caseEvents, itemPlanEvents, routingEvents } from '#libs/contracts/facts.js';
import type { ServiceData } from '#libs/persistence/data-source.js';
import { Operations, told } from '#libs/testing/operations.js';
import { rebuildInAnyOrder } from '#libs/testing/rebuild.js';
import { CaseScope } from '../case-scope.entity.js';
import { ScopeKeeper, mustSee, mustSeeOwned } from '../scope-keeper.js';
import { onlyVisible } from '../visible.js';

class CreateScope1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE case_scope (id uuid PRIMARY KEY, version integer NOT NULL, unit_id uuid, region_ids text[] NOT NULL,
       institution_ids uuid[] NOT NULL, agent_ids uuid[] NOT NULL, department_codes text[] NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_scope');
  }
}

@Module({ controllers: [ScopeKeeper] })
class ScopeModule {}

const scopeData: ServiceData = {
  service: 'projects',
  entities: [CaseScope],
  migrations: [...messagingTables('projects'), CreateScope1700000000003],
};

const [unitId, institution, agentId, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const [mine, theirs] = [randomUUID(), randomUUID()];
const agent: Principal = {
  ...PLATFORM,
  accountId: 'a',
  kind: 'agent',
  roles: ['guide'],
  agentId,
  institutionId: other,
  institutionLevel: 'county',
  regionId: '370784',
};

/** Who looks, and whether they see the case of 寿光 and the one of 诸城. */
const LOOKS: [who: string, principal: Principal, mine: boolean, theirs: boolean][] = [
  ['the platform', PLATFORM, true, true],
  ['an administrator', { ...PLATFORM, kind: 'administrator' }, true, true],
  ['its unit', { ...PLATFORM, kind: 'unit', unitId }, true, false],
  ['another unit', { ...PLATFORM, kind: 'unit', unitId: other }, false, false],
  ['the public', { ...PLATFORM, kind: 'unit' }, false, false],
  ['a department of its items', { ...PLATFORM, kind: 'department', departmentCode: 'SG-ZRJ' }, true, false],
  ['the system of that department', { ...PLATFORM, kind: 'system', departmentCode: 'SG-ZRJ' }, true, false],
  ['another department', { ...PLATFORM, kind: 'department', departmentCode: 'SG-ZJJ' }, false, false],
  ['a department without a code', { ...PLATFORM, kind: 'department' }, false, false],
  ['an agent of its team', agent, true, false],
  ['an agent of its institution', { ...agent, agentId: other, institutionId: institution }, true, false],
  ['an agent of another institution in the region', { ...agent, agentId: other, regionId: '370783' }, false, false],
  ['a county manager of its region', { ...agent, agentId: other, roles: ['manager'], regionId: '370783' }, true, false],
  [
    'a county inspector of its region',
    { ...agent, agentId: other, roles: ['inspector'], regionId: '370783' },
    true,
    false,
  ],
  [
    'a county manager of another region',
    { ...agent, agentId: other, roles: ['manager'], regionId: '370705' },
    false,
    false,
  ],
  [
    'a town manager of its region',
    { ...agent, agentId: other, roles: ['manager'], institutionLevel: 'town', regionId: '370783' },
    false,
    false,
  ],
  ['a city manager', { ...agent, agentId: other, roles: ['manager'], institutionLevel: 'city' }, true, true],
  ['a city guide', { ...agent, agentId: other, institutionLevel: 'city' }, false, false],
  ['an agent without a place', { ...agent, agentId: null, institutionId: null, roles: [] }, false, false],
];

describe('the scope of cases', () => {
  let app: Operations;
  const given = { operation: 'x', now: new Date(), correlationId: 'c', ip: null, expectedVersion: null };
  const at = (principal: Principal) => new QueryContext(app.source.manager, { ...given, messageId: mine, principal });
  const workIn = (em: EntityManager) => new WorkContext(em, { ...given, messageId: randomUUID(), principal: PLATFORM });

  beforeAll(async () => {
    app = await Operations.start(scopeData, ScopeModule);
    const none = { version: 1, unitId: null, institutionIds: [], agentIds: [], departmentCodes: [] };
    await app.source.manager.insert(CaseScope, [
      {
        ...none,
        id: mine,
        unitId,
        regionIds: ['370783'],
        institutionIds: [institution],
        agentIds: [agentId],
        departmentCodes: ['SG-ZRJ'],
      },
      { ...none, id: theirs, unitId: randomUUID(), regionIds: ['370782'] },
    ]);
  }, 60_000);
  afterAll(() => app.stop());

  it.each(LOOKS)('%s sees what is theirs, in a list and one by one', async (_, principal, seesMine, seesTheirs) => {
    const list = onlyVisible(app.source.manager.createQueryBuilder(CaseScope, 'case'), 'case.id', principal);
    const seen = (await list.getMany()).map(({ id }) => id).filter((id) => id === mine || id === theirs);
    expect(seen.toSorted()).toEqual([...(seesMine ? [mine] : []), ...(seesTheirs ? [theirs] : [])].toSorted());
    for (const [caseId, sees] of [
      [mine, seesMine],
      [theirs, seesTheirs],
    ] as const) {
      const look = mustSee(at(principal), caseId);
      if (sees) await expect(look).resolves.toBeUndefined();
      else await expect(look).rejects.toMatchObject({ code: 'case_not_found' });
    }
  });

  it('says, in the owner, of a case that does not exist what it says of one that is not theirs', async () => {
    await expect(mustSeeOwned(at(PLATFORM), randomUUID())).rejects.toMatchObject({
      code: 'case_not_found',
      params: {},
    });
  });

  it('does not deny, in a follower, a case whose first fact has not arrived', async () => {
    await expect(mustSee(at(PLATFORM), randomUUID())).rejects.toMatchObject({ code: 'not_yet_known' });
  });

  it('grows with the facts, in whatever order they come, and holds each once', async () => {
    const caseId = randomUUID();
    const [holder, contact, principalAgent] = [randomUUID(), randomUUID(), randomUUID()];
    const mandate = { caseId, holderAgentId: holder } as never;
    const keeper = new ScopeKeeper();
    await inTransaction(app.source, async (em) => {
      const context = workIn(em);
      await keeper.assigned({ data: { caseId, agentId: principalAgent } } as never, context);
      await keeper.mandated({ data: mandate } as never, context);
      const asked = { caseId, agentId: contact, institutionId: other };
      for (const data of [asked, asked]) await keeper.asked({ data } as never, context);
      await keeper.applied(
        { data: { caseId, project: { unitId, regionIds: ['370783'] }, firstInstitutionId: institution } } as never,
        context,
      );
      await context.flush();
    });
    const [scope] = await app.source.manager.findBy(CaseScope, { id: caseId });
    expect(scope).toMatchObject({
      unitId,
      regionIds: ['370783'],
      institutionIds: [institution, other].toSorted(),
      agentIds: [principalAgent, holder, contact].toSorted(),
    });
  });

  it('is made once when the first facts of two streams come at the same moment', async () => {
    const caseId = randomUUID();
    const agentIds = [randomUUID(), randomUUID()].toSorted();
    const keeper = new ScopeKeeper();
    const widen = (agentId: string | undefined, meanwhile?: () => Promise<unknown>) =>
      inTransaction(app.source, async (em) => {
        const context = workIn(em);
        await keeper.assigned({ data: { caseId, agentId } } as never, context);
        await meanwhile?.();
        await context.flush();
      });
    let second: Promise<void> | undefined;
    await widen(agentIds[0], async () => {
      second = widen(agentIds[1]);
      await Promise.race([second, sleep(200)]); // it waits for the row that the first one has made
    });
    await second;
    expect(await app.source.manager.findBy(CaseScope, { id: caseId })).toMatchObject([{ agentIds }]);
  });
});

const aProject: ProjectSnapshot = {
  projectId: randomUUID(),
  number: 'XM2026-0001',
  name: '年产5万吨新材料项目',
  projectCode: null,
  unitId,
  unitName: '鸢都示例公司',
  uscc: '91370702MAX000373X',
  regionIds: ['370783'],
  townName: null,
  scenario: '新建',
  projectType: 'SOC_GENERAL',
  industry: '2921',
  grade: 'county',
  totalInvestment: 12_000,
  floorArea: 30_000,
  landUse: '工业用地',
  landMode: '出让',
  existingLandDocument: null,
  constructionMonths: 18,
  facts: {},
};

describe('the scope of cases as a projection', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(scopeData, ScopeModule);
  });
  afterAll(() => app.stop());

  it('is the same again when it is rebuilt from its facts, in whatever order their keys come', async () => {
    const inCase = { caseId: randomUUID() };
    const [liaison, told1, told2, offered] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const who = { agentId: told1, agentName: '甲', institutionId: institution };
    const facts = [
      told(caseEvents, 'applied', {
        ...inCase,
        project: { ...aProject, unitId },
        firstInstitutionId: institution,
        number: 'n',
        entrusted: null,
        appliedAt: '2026-11-23T09:00:00+08:00',
      }),
      told(routingEvents, 'transferProposed', {
        ...inCase,
        transferId: randomUUID(),
        ordinal: 1,
        direction: 'up',
        fromInstitutionId: institution,
        toInstitutionId: other,
        toInstitutionName: '市',
        liaisonAgentId: liaison,
        itemCodes: ['A10'],
        method: 'email',
        trackingNumber: null,
        copiedInstitutionIds: [told2],
      }),
      told(assignmentEvents, 'assigned', {
        ...inCase,
        ...who,
        assignmentId: randomUUID(),
        role: 'principal',
        reason: 'r',
        from: '2026-11-23',
      }),
      told(assignmentEvents, 'handOverProposed', {
        ...inCase,
        handOverId: randomUUID(),
        fromAgentId: told1,
        toAgentId: offered,
        toAgentName: '乙',
        stage: null,
        reason: 'r',
      }),
      told(itemPlanEvents, 'made', { ...inCase, version: 1, frozen: false, items: [] }),
    ];
    expect(await rebuildInAnyOrder(app, 'projects', 'case_scope', facts)).toMatchObject([
      [{ row: { id: inCase.caseId, unit_id: unitId, agent_ids: [liaison, told1, offered].toSorted() } }],
    ]);
  });
});
