import { applyForService, listEligibility, publishList, terminateCase } from '#libs/contracts/projects.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { SHOUGUANG, aProject, administrator, anAgent, institutions, listFields } from './factories.js';
import type { Entered } from './factories.js';

describe('which projects of a unit may be served', () => {
  let app: Operations;
  let entered: Entered;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    await institutions(app);
    entered = await aProject(app);
  });
  afterAll(() => app.stop());

  const eligibility = async (as = entered.unit) => (await app.run(listEligibility, {}, as)).items;

  it('is told to units alone', async () => {
    await expect(app.run(listEligibility, {}, anAgent('manager'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('says of a project on no list in force why it cannot be applied for', async () => {
    expect(await eligibility()).toEqual([
      {
        projectName: entered.project.name,
        projectId: entered.project.id,
        grade: null,
        standing: 'not_listed',
        reason: '该项目未列入现行有效的重大重点项目名单(2026年度省、市、县级),暂不能申请“0+N”帮代办服务。',
        served: null,
      },
    ]);
  });

  it('finds what is on the lists, entered or not, with the highest grade, and nothing of another unit', async () => {
    const { uscc, project } = entered;
    const ours = (projectName: string) => ({ projectName, uscc, grade: 'county' as const });
    await app.run(publishList, listFields({ entries: [ours(project.name), ours('二期扩建项目')] }), administrator);
    const city = { level: 'city', regionId: undefined, issuingBody: '潍坊市人民政府' } as const;
    await app.run(
      publishList,
      listFields({ ...city, entries: [{ ...ours(project.name), grade: 'city' }] }),
      administrator,
    );
    expect(await eligibility()).toMatchObject([
      {
        projectName: project.name,
        projectId: project.id,
        grade: 'city',
        standing: 'eligible',
        reason: expect.stringMatching(/^列入2026年度市级名单.*、2026年度县级名单.*,认定为市级项目。$/) as string,
      },
      { projectName: '二期扩建项目', projectId: null, grade: 'county', standing: 'eligible', served: null },
    ]);
    const { unit: other } = await aProject(app);
    expect(await eligibility(other)).toMatchObject([{ standing: 'not_listed' }]);
  });

  it('names the case that serves it already, until that is over', async () => {
    const input = { projectId: entered.project.id, institutionId: SHOUGUANG, items: 'all' as const };
    const { id: caseId, number } = await app.run(applyForService, input, entered.unit);
    const reason = expect.stringContaining(`(编号${number},首接机构:寿光市帮代办服务中心)`) as string;
    expect((await eligibility())[0]).toMatchObject({ standing: 'served', reason, served: { caseId, number } });
    await app.run(terminateCase, { caseId, reason: '投资计划调整' }, entered.unit);
    expect((await eligibility())[0]).toMatchObject({ standing: 'eligible', served: null });
  });
});
