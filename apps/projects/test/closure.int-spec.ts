import { randomUUID } from 'node:crypto';
import { approvalEvents, caseEvents, itemPlanEvents } from '#libs/contracts/facts.js';
import { getCase, lendOriginal, recordVisit, requestClosure, returnOriginal } from '#libs/contracts/projects.js';
import { advanceProjectsTime } from '#libs/contracts/time.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { B02, C04, OWN, aCityAgent, anActiveCase, anAgent, anAppliedCase } from './factories.js';

const helper = anAgent('helper');

describe('closing a case (R6)', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  const decide = (caseId: string, { itemCode, name: itemName }: typeof C04) =>
    app.fact(approvalEvents, 'decided', {
      approvalId: randomUUID(),
      caseId,
      itemCode,
      itemName,
      works: null,
      handlingBody: 'SG-SPJ',
      result: 'granted',
      documentNumber: '1号',
      decidedOn: '2026-11-23',
      verified: true,
      source: 'platform',
    });
  const requestIdOf = async () => {
    const request = (await app.published(caseEvents)).findLast(({ type }) => type === 'case.closureRequested');
    return (request?.data as { requestId: string } | undefined)?.requestId ?? '';
  };
  const check = async (caseId: string, openItems: { itemCode: string; name: string }[]) =>
    app.fact(itemPlanEvents, 'closureChecked', { caseId, requestId: await requestIdOf(), openItems });

  it('is asked by agents who handle the case, once it is active', async () => {
    const applied = await anAppliedCase(app);
    await expect(app.run(requestClosure, { caseId: applied.id }, applied.unit)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(app.run(requestClosure, { caseId: applied.id }, helper)).rejects.toMatchObject({ code: 'case_state' });
    const city = aCityAgent('manager');
    await expect(app.run(requestClosure, { caseId: applied.id }, city)).rejects.toMatchObject({
      code: 'not_your_case',
    });
  });

  it('is refused at once while entrusted items are known to be open, with the exact words', async () => {
    const { id: caseId } = await anActiveCase(app, [B02, C04, OWN]);
    const refusal = await app.run(requestClosure, { caseId }, helper).catch((error: unknown) => error);
    expect(String(refusal)).toContain(
      '尚有2项委托事项未办结(建设工程规划许可证核发、建筑工程施工许可证核发),不能结案。',
    );
    await decide(caseId, B02);
    await expect(app.run(requestClosure, { caseId }, helper)).rejects.toMatchObject({
      code: 'entrusted_items_open',
      params: { count: 1 },
    });
  });

  it('is refused while an original is lent (R134), then confirmed by approvals, with 0 and N', async () => {
    const { id: caseId, unit } = await anActiveCase(app, [C04, OWN]);
    await decide(caseId, C04);
    const lent = { caseId, what: '出让合同', receipt: '收条1', lentOn: '2026-11-20' };
    const { id: originalId } = await app.run(lendOriginal, lent, helper);
    await expect(app.run(requestClosure, { caseId }, helper)).rejects.toMatchObject({ code: 'originals_outstanding' });
    await app.run(returnOriginal, { caseId, originalId, returnedOn: '2026-11-23' }, helper);
    const visit = { visitedAt: '2026-11-23T08:00:00+08:00', place: '现场', metWith: '单位', result: '送证' };
    await app.run(recordVisit, { caseId, ...visit }, helper);
    expect(await app.run(requestClosure, { caseId }, helper)).toMatchObject({ state: 'closing' });
    await expect(app.run(requestClosure, { caseId }, helper)).rejects.toMatchObject({ code: 'case_state' });
    await check(caseId, []);
    expect(await app.run(getCase, { caseId }, unit)).toMatchObject({
      state: 'closed',
      closedOn: '2026-11-23',
      nextAction: '已结案',
    });
    expect((await app.published(caseEvents)).at(-1)).toMatchObject({
      type: 'case.closed',
      data: { caseId, visits: 1, trips: 0 },
    });
  });

  it('goes back to active when approvals names what is open; an overtaken answer changes nothing', async () => {
    const { id: caseId } = await anActiveCase(app, [C04]);
    await decide(caseId, C04);
    await app.run(requestClosure, { caseId }, helper);
    await app.fact(itemPlanEvents, 'closureChecked', { caseId, requestId: randomUUID(), openItems: [] });
    expect(await app.run(getCase, { caseId }, helper)).toMatchObject({ state: 'closing' });
    await check(caseId, [{ itemCode: 'C04', name: C04.name }]);
    expect(await app.run(getCase, { caseId }, helper)).toMatchObject({ state: 'active', openItems: [C04.name] });
    expect((await app.published(caseEvents)).at(-1)).toMatchObject({ type: 'case.closureDeclined' });
    expect(await app.run(requestClosure, { caseId }, helper)).toMatchObject({ state: 'closing' });
  });

  it('is not a matter of time: nothing of this service comes due', async () => {
    const to = '2027-01-01T00:00:00+08:00';
    expect(await app.run(advanceProjectsTime, { clock: 'business', to }, PLATFORM)).toEqual({ fired: 0 });
  });
});
