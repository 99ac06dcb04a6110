import { projectEvents } from '#libs/contracts/facts.js';
import { editProject, enterProject, getProject, listProjects, publishList } from '#libs/contracts/projects.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import {
  aCityAgent,
  aProject,
  aReviewer,
  aUnit,
  administrator,
  anAgent,
  asUnit,
  listFields,
  projectFields,
} from './factories.js';

describe('projects', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  it('are entered by the unit itself or by staff who name the unit', async () => {
    const { id: unitId } = await aUnit(app);
    await expect(app.run(enterProject, projectFields(), anAgent('inspector'))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(app.run(enterProject, projectFields(), anAgent('helper'))).rejects.toMatchObject({
      code: 'unit_required',
    });
    const project = await app.run(enterProject, projectFields({ unitId }), anAgent('helper'));
    expect(project).toMatchObject({ unitId, version: 1, grade: 'county', facts: {} });
    expect(project.number).toMatch(/^XM-2026-\d{6}$/);
    const fact = (await app.published(projectEvents)).at(-1);
    expect(fact).toMatchObject({
      type: 'project.entered',
      data: { projectId: project.id, project: { number: project.number } },
    });
  });

  it('keep both forms of the code and refuse a month 13, never the check digit', async () => {
    const { project, unit } = await aProject(app, { projectCode: '26073707020401797750' });
    expect(project).toMatchObject({ projectCode: '2607-370702-04-01-797750', codeFormat: 'new' });
    await expect(
      app.run(enterProject, projectFields({ projectCode: '2613-370702-04-01-797758' }), unit),
    ).rejects.toMatchObject({ code: 'project_code_malformed' });
    expect(await app.run(enterProject, projectFields({ projectCode: '2019-370702-26-03-014343' }), unit)).toMatchObject(
      {
        codeFormat: 'old',
      },
    );
  });

  it('are entered once: neither the code twice nor the same name of one unit', async () => {
    const { unit, project } = await aProject(app, { projectCode: '2609-370702-04-01-481756' });
    const other = asUnit((await aUnit(app)).id);
    await expect(
      app.run(enterProject, projectFields({ projectCode: '2609-370702-04-01-481756' }), other),
    ).rejects.toMatchObject({ code: 'project_code_taken' });
    await expect(app.run(enterProject, projectFields({ name: ` ${project.name} ` }), unit)).rejects.toMatchObject({
      code: 'project_entered',
    });
    expect(await app.run(enterProject, projectFields({ name: project.name }), other)).toMatchObject({ version: 1 });
  });

  it('lie in a county or zone that exists', async () => {
    const { unit } = await aProject(app);
    for (const regionId of ['370700', '370999']) {
      await expect(app.run(enterProject, projectFields({ regionIds: [regionId] }), unit)).rejects.toMatchObject({
        code: 'region_unknown',
      });
    }
  });

  it('take the highest grade of the lists in force (R1)', async () => {
    const { uscc, id } = await aUnit(app);
    const entry = { projectName: '高等级项目', uscc };
    await app.run(publishList, listFields({ entries: [{ ...entry, grade: 'county' }] }), administrator);
    const province = listFields({ level: 'province', regionId: undefined, entries: [{ ...entry, grade: 'province' }] });
    await app.run(publishList, province, administrator);
    expect(
      await app.run(enterProject, projectFields({ name: '高等级项目', grade: 'county' }), asUnit(id)),
    ).toMatchObject({
      grade: 'province',
    });
  });

  it('are edited at the version that was seen, and the others are told which fields differ', async () => {
    const { unit, project } = await aProject(app);
    const change = { projectId: project.id, floorArea: 97_000, facts: { annual_energy_tce: 900 } };
    await expect(app.run(editProject, change, unit, { expectedVersion: 7 })).rejects.toMatchObject({
      code: 'stale_version',
    });
    expect(await app.run(editProject, change, unit, { expectedVersion: 1 })).toMatchObject({
      version: 2,
      floorArea: 97_000,
    });
    const fact = (await app.published(projectEvents)).at(-1);
    expect(fact).toMatchObject({ type: 'project.changed', data: { changed: ['floorArea', 'facts'] } });
    const before = (await app.published(projectEvents)).length;
    await app.run(editProject, change, unit, { expectedVersion: 2 });
    expect(await app.published(projectEvents)).toHaveLength(before);
  });

  it('are a 404 to other units, other counties and departments without a case; the city knows all (R78, R92)', async () => {
    const { project, unit } = await aProject(app);
    const { unit: other } = await aProject(app);
    const strangers = [other, anAgent('helper', { regionId: '370781' }), aReviewer('SG-SPJ')];
    for (const stranger of strangers) {
      await expect(app.run(getProject, { projectId: project.id }, stranger)).rejects.toMatchObject({
        code: 'project_not_found',
      });
      await expect(app.run(listProjects, { q: project.name }, stranger).then(({ total }) => total)).resolves.toBe(0);
    }
    const readers = [unit, anAgent('helper'), anAgent('helper', { regionId: '370783001' }), aCityAgent('inspector')];
    for (const reader of readers) {
      expect(await app.run(listProjects, { q: project.name }, reader)).toMatchObject({
        total: 1,
        items: [{ id: project.id }],
      });
    }
  });

  it('are listed by region, grade and whether they are served, a page at a time', async () => {
    const { project } = await aProject(app, { regionIds: ['370784', '370785'], grade: 'city' });
    const list = (filters: object) => app.run(listProjects, { regionId: '370785', ...filters }, aCityAgent('guide'));
    expect(await list({ grade: 'city', state: 'unserved' })).toMatchObject({ total: 1, items: [{ id: project.id }] });
    expect((await list({ state: 'served' })).total).toBe(0);
    expect((await list({ page: 2 })).items).toEqual([]);
    await expect(list({ q: '一' })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
