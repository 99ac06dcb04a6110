import { caseEvents, institutionEvents } from '#libs/contracts/facts.js';
import {
  applyForService,
  confirmApplication,
  draftApplication,
  getCase,
  publishList,
  terminateCase,
} from '#libs/contracts/projects.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import {
  CITY,
  SHOUGUANG,
  aCityAgent,
  aProject,
  aReviewer,
  administrator,
  anActiveCase,
  anAgent,
  anAppliedCase,
  institutions,
  listFields,
  listProject,
} from './factories.js';
import type { Entered } from './factories.js';

const ALL = { institutionId: SHOUGUANG, items: 'all' as const };

describe('the application for the service', () => {
  let app: Operations;
  let listed: Entered;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    await institutions(app);
    listed = await aProject(app);
    await listProject(app, listed);
  });
  afterAll(() => app.stop());

  it('is the unit’s own, for its own project', async () => {
    const input = { ...ALL, projectId: listed.project.id };
    await expect(app.run(applyForService, input, anAgent('manager'))).rejects.toMatchObject({ code: 'forbidden' });
    const { unit: other } = await aProject(app);
    await expect(app.run(applyForService, input, other)).rejects.toMatchObject({ code: 'project_not_found' });
  });

  it('is refused while the project is on no list in force, with the exact words of F01', async () => {
    const { unit, project } = await aProject(app);
    const refusal = await app
      .run(applyForService, { ...ALL, projectId: project.id }, unit)
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'project_not_listed' });
    expect(String(refusal)).toContain(
      '该项目未列入现行有效的重大重点项目名单(2026年度省、市、县级),暂不能申请“0+N”帮代办服务。',
    );
  });

  it('waits for an institution that is not known yet, and refuses one that has stopped', async () => {
    const institutionId = '0190a5f2-0000-7000-8000-000000000999';
    const input = { ...ALL, institutionId, projectId: listed.project.id };
    await expect(app.run(applyForService, input, listed.unit)).rejects.toMatchObject({ code: 'not_yet_known' });
    const stopped = {
      institutionId,
      name: '旧机构',
      level: 'town',
      regionId: '370783001',
      parentId: SHOUGUANG,
    } as const;
    await app.fact(institutionEvents, 'established', { ...stopped, servicePoint: '便民服务中心', active: false });
    await expect(app.run(applyForService, input, listed.unit)).rejects.toMatchObject({ code: 'institution_inactive' });
  });

  it('makes a numbered case and tells the project as it is, with its first institution', async () => {
    const items = ['B02', 'C04'];
    const found = await app.run(applyForService, { ...ALL, items, projectId: listed.project.id }, listed.unit);
    expect(found).toMatchObject({ state: 'applied', firstInstitutionId: SHOUGUANG, entrusted: items });
    expect(found.number).toMatch(/^0\+N-2026-\d{6}$/);
    expect(found.eligibility).toBe('列入2026年度县级名单(寿光市人民政府,寿政发〔2026〕1号),认定为县级项目');
    const fact = (await app.published(caseEvents)).at(-1);
    expect(fact).toMatchObject({
      type: 'case.applied',
      data: { caseId: found.id, entrusted: items, project: { projectId: listed.project.id, uscc: listed.uscc } },
    });
  });

  it('stands once: a second one, to another level too, is told the number of the first (R31)', async () => {
    const applied = await anAppliedCase(app);
    const again = { ...ALL, institutionId: CITY, projectId: applied.project.id };
    await expect(app.run(applyForService, again, applied.unit)).rejects.toMatchObject({
      code: 'case_running',
      params: { number: applied.head.number, appliedOn: '2026-11-23', institution: '寿光市帮代办服务中心' },
    });
  });

  it('stands once even when two levels are asked at the same moment', async () => {
    const entered = await aProject(app);
    await listProject(app, entered);
    const answers = await Promise.allSettled(
      [SHOUGUANG, CITY].map((institutionId) =>
        app.run(applyForService, { ...ALL, institutionId, projectId: entered.project.id }, entered.unit),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'case_running' } });
  });

  it('drafted by staff begins nothing until the unit confirms it (R10)', async () => {
    const entered = await aProject(app);
    await listProject(app, entered);
    const draft = await app.run(draftApplication, { ...ALL, projectId: entered.project.id }, anAgent('helper'));
    expect(draft).toMatchObject({ state: 'draft', appliedAt: null });
    expect((await app.published(caseEvents)).at(-1)).toMatchObject({ type: 'case.drafted' });
    await expect(app.run(confirmApplication, { caseId: draft.id }, anAgent('helper'))).rejects.toMatchObject({
      code: 'forbidden',
    });
    const confirmed = await app.run(confirmApplication, { caseId: draft.id, items: ['C04'] }, entered.unit);
    expect(confirmed).toMatchObject({ id: draft.id, state: 'applied', entrusted: ['C04'] });
    expect((await app.published(caseEvents)).at(-1)).toMatchObject({
      type: 'case.applied',
      data: { entrusted: ['C04'] },
    });
    await expect(app.run(confirmApplication, { caseId: draft.id }, entered.unit)).rejects.toMatchObject({
      code: 'case_state',
    });
  });

  it('may rest on last year’s list while the new one is not issued, and says 待更新 (R2)', async () => {
    const entered = await aProject(app);
    await listProject(app, entered);
    const input = { ...ALL, projectId: entered.project.id };
    const found = await app.run(applyForService, input, entered.unit, { now: '2027-01-04T09:00:00+08:00' });
    expect(found.eligibility).toContain('待更新');
  });

  it('keeps the highest grade of the lists and tells of it (R1)', async () => {
    const entered = await aProject(app);
    const entries = [{ projectName: entered.project.name, uscc: entered.uscc, grade: 'city' as const }];
    await app.run(publishList, listFields({ level: 'city', regionId: undefined, entries }), administrator);
    const found = await app.run(applyForService, { ...ALL, projectId: entered.project.id }, entered.unit);
    expect(await app.run(getCase, { caseId: found.id }, entered.unit)).toMatchObject({ grade: 'city' });
  });

  it('is seen by its parties and nobody else (R78)', async () => {
    const applied = await anAppliedCase(app);
    const { unit: other } = await aProject(app);
    const strangers = [other, anAgent('helper', { institutionId: CITY }), aReviewer('SG-SPJ')];
    for (const stranger of strangers) {
      await expect(app.run(getCase, { caseId: applied.id }, stranger)).rejects.toMatchObject({
        code: 'case_not_found',
      });
    }
    for (const reader of [applied.unit, anAgent('helper'), anAgent('inspector'), aCityAgent('manager')]) {
      expect(await app.run(getCase, { caseId: applied.id }, reader)).toMatchObject({ number: applied.head.number });
    }
  });

  it('is terminated by the unit or a manager with a reason, and may then be made again (R50)', async () => {
    const applied = await anActiveCase(app);
    const input = { caseId: applied.id, reason: '调整投资计划' };
    await expect(app.run(terminateCase, input, anAgent('guide'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(terminateCase, input, aCityAgent('manager'))).rejects.toMatchObject({ code: 'not_a_party' });
    expect(await app.run(terminateCase, input, applied.unit)).toMatchObject({ state: 'terminated' });
    expect((await app.published(caseEvents)).at(-1)).toMatchObject({ type: 'case.terminated', data: { by: 'unit' } });
    await expect(app.run(terminateCase, input, anAgent('manager'))).rejects.toMatchObject({ code: 'case_state' });
    const again = { ...ALL, projectId: applied.project.id };
    expect(await app.run(applyForService, again, applied.unit)).toMatchObject({ state: 'applied' });
  });
});
