import { randomUUID } from 'node:crypto';
import { listMilestones, recordMilestone } from '#libs/contracts/approvals/milestones.js';
import { drawRoadmap, getRoadmap } from '#libs/contracts/approvals/roadmaps.js';
import { milestoneEvents } from '#libs/contracts/facts.js';
import { advanceApprovalsTime } from '#libs/contracts/time.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { anAppliedCase } from './sample-case.js';
import type { SampleCase } from './sample-case.js';

describe('the milestones of a case', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  const record = ({ caseId, helper }: SampleCase, code: 'G01' | 'G02' | 'G03' | 'G04', on: string) =>
    app.run(recordMilestone, { caseId, code, on, photoFileId: randomUUID() }, helper);

  it('are recorded by agents of the case, never by an inspector', async () => {
    const { caseId, inspector, stranger } = await anAppliedCase(app);
    const input = { caseId, code: 'G01', on: '2026-11-23' } as const;
    await expect(app.run(recordMilestone, input, inspector)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(recordMilestone, input, stranger)).rejects.toMatchObject({ code: 'case_not_found' });
  });

  it('come in their order, once, and not in the future', async () => {
    const one = await anAppliedCase(app);
    await expect(record(one, 'G01', '2026-11-24')).rejects.toMatchObject({ code: 'day_in_future' });
    await expect(record(one, 'G02', '2026-11-23')).rejects.toMatchObject({ code: 'milestone_order' });
    await expect(record(one, 'G04', '2026-11-23')).rejects.toMatchObject({ code: 'item_outside_plan' });
    await record(one, 'G01', '2026-11-20');
    await expect(record(one, 'G01', '2026-11-23')).rejects.toMatchObject({ code: 'milestone_reached' });
    await expect(record(one, 'G02', '2026-11-19')).rejects.toMatchObject({ code: 'milestone_order' });
    await record(one, 'G02', '2026-11-23');
    const { items } = await app.run(listMilestones, { caseId: one.caseId }, one.unit);
    expect(items.map(({ code, on, recordedBy }) => [code, on, recordedBy])).toEqual([
      ['G01', '2026-11-20', '服务员乙'],
      ['G02', '2026-11-23', '服务员乙'],
    ]);
  });

  it('name the duties that were open at the start', async () => {
    const one = await anAppliedCase(app);
    const { openDuties } = await record(one, 'G01', '2026-11-23');
    expect(openDuties).toEqual([
      '建筑工程施工许可证核发(含质量安全监督手续)',
      '建设项目环境影响报告表审批',
      '生产建设项目水土保持方案审批',
      '建设项目压覆重要矿产资源审批',
    ]);
    const fact = (await app.published(milestoneEvents)).find(({ subject }) => subject === one.caseId);
    expect(fact?.data).toEqual({ caseId: one.caseId, code: 'G01', name: '开工', on: '2026-11-23', openDuties });
  });

  it('do not let construction start on a pre-approved permit', async () => {
    const one = await anAppliedCase(app);
    await app.source.query(
      `INSERT INTO pre_approval (id, version, number, case_id, item_code, item_name, works, legal_body, handling_body,
         applicant_unit_id, applicant_name, state, reviewed, rests_on, applied_on, extended)
       VALUES ($1, 1, 'YS-1', $2, 'C04', '施工许可', '1#', 'SG-SPJ', 'SG-SPJ', $3, '单位', 'issued', '[]', '{}', '2026-11-01', false)`,
      [randomUUID(), one.caseId, one.project.unitId],
    );
    await expect(record(one, 'G01', '2026-11-23')).rejects.toMatchObject({ code: 'construction_without_permit' });
  });

  it('are the real days beside the plan', async () => {
    const one = await anAppliedCase(app);
    await app.run(drawRoadmap, { caseId: one.caseId, startOn: '2026-09-01' }, one.helper);
    await record(one, 'G01', '2026-11-20');
    const { nodes } = await app.run(getRoadmap, { caseId: one.caseId }, one.unit);
    expect(nodes.find(({ itemCode }) => itemCode === 'G01')?.forecast.actualOn).toBe('2026-11-20');
  });
});

describe('business time moving on', () => {
  it('is answered with how much came due', async () => {
    const app = await Operations.start(serviceData, AppModule);
    const input = { clock: 'business', to: '2026-11-23T09:00:00+08:00' } as const;
    expect(await app.run(advanceApprovalsTime, input, PLATFORM)).toEqual({ fired: 0 });
    await app.stop();
  });
});
