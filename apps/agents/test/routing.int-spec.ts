import { randomUUID } from 'node:crypto';
import { getRouting, overrideRouting } from '#libs/contracts/agents.js';
import { caseEvents, itemPlanEvents, routingEvents } from '#libs/contracts/facts.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { COUNTY_CODES, MAINLY_COUNTY, aCase, aRoster, aUnit, planItem } from './factories.js';
import { wording } from './refusals.js';

describe('the routing of a case', () => {
  let app: Operations;
  let roster: Awaited<ReturnType<typeof aRoster>>;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    roster = await aRoster(app);
  });
  afterAll(() => app.stop());

  const proposals = async (caseId: string) =>
    (await app.published(routingEvents)).filter(
      ({ subject, type }) => subject === caseId && type === 'routing.proposed',
    );

  it('is not for the unit, and does not exist for other counties’ agents', async () => {
    const caseId = await aCase(app, roster.city);
    await expect(app.run(getRouting, { caseId }, aUnit(randomUUID()))).rejects.toMatchObject({ code: 'forbidden' });
    expect(await wording(app.run(getRouting, { caseId }, roster.helper))).toBe('未找到该项目。');
  });

  it('says in words what goes where and why: the main items to 寿光, P03 stays, A12 is coordinated (R33, R36)', async () => {
    const caseId = await aCase(app, roster.city);
    const routing = await app.run(getRouting, { caseId }, roster.cityHelper);
    expect(routing).toMatchObject({
      firstInstitutionId: roster.city.id,
      holdingInstitutionId: roster.city.id,
      proposedInstitutionId: roster.county.id,
      mainLevel: 'county',
      county: { items: 4, weight: 10 },
      city: { items: 1, weight: 1 },
    });
    expect(routing.actions.map(({ kind, itemCodes }) => [kind, itemCodes])).toEqual([
      ['transfer_down', COUNTY_CODES],
      ['stays', ['P03']],
      ['coordinate_province', ['A12']],
    ]);
    expect(routing.summary).toContain('转交寿光帮代办中心代办。');
    expect(routing.allowed).toEqual(['agents.contact-directly', 'agents.coordinate', 'agents.propose-transfer']);
    const { allowed } = await app.run(getRouting, { caseId }, roster.cityManager);
    expect(allowed).toContain('agents.override-routing');
    expect(routing.items.find(({ code }) => code === 'A12')).toMatchObject({ relation: '协助' });
  });

  it('is proposed as soon as application and plan are both known, in whatever order, and again for a newer plan', async () => {
    const caseId = randomUUID();
    await app.fact(itemPlanEvents, 'made', { caseId, version: 2, frozen: false, items: MAINLY_COUNTY });
    expect(await proposals(caseId)).toEqual([]);
    const other = await aCase(app, roster.city);
    const [proposed] = await proposals(other);
    expect(proposed?.data).toMatchObject({ planVersion: 1, mainLevel: 'county', questions: [] });
    await app.fact(itemPlanEvents, 'made', {
      caseId: other,
      version: 2,
      frozen: true,
      items: [planItem('P03', 'city')],
    });
    await app.fact(itemPlanEvents, 'made', { caseId: other, version: 1, frozen: false, items: MAINLY_COUNTY });
    expect((await proposals(other)).map(({ data }) => 'mainLevel' in data && data.mainLevel)).toEqual([
      'county',
      'city',
    ]);
  });

  it('asks where no level has more than half, and the first institution answers with its reason (R122)', async () => {
    const caseId = await aCase(app, roster.city, { items: [planItem('A01', 'county'), planItem('P03', 'city')] });
    expect((await proposals(caseId))[0]?.data).toMatchObject({
      mainLevel: null,
      questions: ['请首接机构确定主要审批事项属于县级还是市级,并写明理由。'],
    });
    const answer = { caseId, mainLevel: 'county' as const, reason: '用地手续在寿光' };
    await expect(app.run(overrideRouting, answer, roster.cityHelper)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(overrideRouting, { ...answer, mainLevel: null }, roster.cityManager)).rejects.toMatchObject({
      code: 'override_empty',
    });
    await expect(
      app.run(overrideRouting, { ...answer, leadRegionId: '370781' }, roster.cityManager),
    ).rejects.toMatchObject({
      code: 'lead_region_wrong',
    });
    expect(await app.run(overrideRouting, answer, roster.cityManager)).toMatchObject({
      proposedInstitutionId: roster.county.id,
      override: { mainLevel: 'county', reason: '用地手续在寿光' },
    });
    expect(await proposals(caseId)).toHaveLength(2);
  });

  it('is changed by the first institution only', async () => {
    const caseId = await aCase(app, roster.county);
    const answer = { caseId, mainLevel: 'city' as const, reason: '重大事项' };
    await expect(app.run(overrideRouting, answer, roster.cityManager)).rejects.toMatchObject({
      code: 'not_first_institution',
      params: { institution: '寿光帮代办中心' },
    });
    await app.fact(caseEvents, 'terminated', { caseId, reason: '项目取消', by: 'unit' });
    await expect(app.run(overrideRouting, answer, roster.manager)).rejects.toMatchObject({ code: 'case_is_over' });
  });
});
