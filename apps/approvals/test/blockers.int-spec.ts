import { randomUUID } from 'node:crypto';
import { getBlockers } from '#libs/contracts/approvals/blockers.js';
import { applyForPreApproval, issuePreApproval } from '#libs/contracts/approvals/pre-approvals.js';
import { supplyCorrection } from '#libs/contracts/approvals/filings.js';
import { recordExternalDecision } from '#libs/contracts/approvals/records.js';
import { acceptApproval, beginSpecialProcedure, requestCorrection } from '#libs/contracts/approvals/reviews.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { SPJ, ZRJ, accepted, anActiveCase, at, completed, department, granted, submitted } from './filing-case.js';
import { anAppliedCase } from './sample-case.js';
import type { SampleCase } from './sample-case.js';

describe('what an item waits for', () => {
  let app: Operations;
  beforeEach(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterEach(() => app.stop());

  const all = async ({ caseId, unit }: SampleCase, by: Principal = unit, day = '2026-11-23') =>
    (await app.run(getBlockers, { caseId }, by, at(day))).items;
  const blocker = async (sample: SampleCase, code: string) =>
    (await all(sample)).find(({ itemCode }) => itemCode === code);

  it('is told to those whose case it is, and of nothing that is over', async () => {
    const sample = await anActiveCase(app, { entrusted: ['A01', 'A10'] });
    for (const reader of [sample.stranger, department('ZC-ZRJ'), { ...sample.unit, unitId: randomUUID() }]) {
      await expect(all(sample, reader)).rejects.toMatchObject({ code: 'case_not_found' });
    }
    expect((await all(sample)).map(({ itemCode }) => itemCode)).toEqual(['A01', 'A10']);
    expect(await all(sample, SPJ)).toHaveLength(2);
    await granted(app, sample, 'A01', { body: SPJ });
    expect((await all(sample)).map(({ itemCode }) => itemCode)).toEqual(['A10']);
    await app.fact(caseEvents, 'terminated', { caseId: sample.caseId, by: 'unit', reason: '项目终止' });
    expect(await all(sample)).toEqual([]);
  });

  it('is the agreement before both have signed', async () => {
    const sample = await anAppliedCase(app);
    const [first] = await all(sample);
    expect(first).toMatchObject({
      waitingFor: 'unit',
      who: '项目单位、帮代办机构',
      since: '2026-11-23',
      sentence: '帮代办协议尚待项目单位、帮代办机构签署,签署后方可启动。',
    });
  });

  it('is the unit until it applies, the department until it accepts, the unit while it corrects', async () => {
    const sample = await anActiveCase(app);
    expect(await blocker(sample, 'A01')).toMatchObject({
      waitingFor: 'unit',
      who: sample.project.unitName,
      since: '2026-11-23',
      sentence: '前置事项已具备,等待项目单位或其经办人提交申请。',
    });
    const { id } = await submitted(app, sample, 'A01');
    const spj = (await blocker(sample, 'A01'))?.who ?? '';
    expect(spj).toContain('寿光');
    expect(await blocker(sample, 'A01')).toMatchObject({
      waitingFor: 'department',
      since: '2026-11-23',
      sentence: `已提交,等待${spj}受理。`,
    });
    const correction = { id, materialCodes: ['A01-M01'], dueOn: '2026-11-30', opinion: '营业执照不清晰' };
    await app.run(requestCorrection, correction, SPJ, at('2026-11-24'));
    expect(await blocker(sample, 'A01')).toMatchObject({
      waitingFor: 'unit',
      who: sample.project.unitName,
      since: '2026-11-24',
      sentence: '等待项目单位补正材料(营业执照不清晰),请于2026-11-30前补齐。',
    });
    const materials = [{ materialCode: 'A01-M01', documentId: randomUUID() }];
    await app.run(supplyCorrection, { id, materials }, sample.unit, at('2026-11-25'));
    expect(await blocker(sample, 'A01')).toMatchObject({
      waitingFor: 'department',
      since: '2026-11-25',
      sentence: `材料已补正,等待${spj}受理。`,
    });
    await app.run(acceptApproval, { id }, SPJ, at('2026-11-25'));
    expect(await blocker(sample, 'A01')).toMatchObject({
      waitingFor: 'department',
      since: '2026-11-25',
      sentence: expect.stringMatching(`^已受理,等待${spj}作出决定`) as string,
    });
  });

  it('is a prerequisite, before the application and after the acceptance (R8)', async () => {
    const sample = await anActiveCase(app);
    expect(await blocker(sample, 'B02')).toMatchObject({
      waitingFor: 'prerequisite',
      sentence: expect.stringMatching(/^尚未办理,须先办结“.*”。$/) as string,
    });
    await completed(app, sample, 'Z13a');
    await accepted(app, sample, 'B02', { body: ZRJ, works: '1号楼' });
    const held = await blocker(sample, 'B02');
    expect(held).toMatchObject({
      waitingFor: 'prerequisite',
      since: '2026-11-23',
      sentence: expect.stringMatching(/^已受理,须待“.*”办结后才能作出决定。$/) as string,
    });
    expect(held?.who).toContain('寿光');
  });

  it('is a clock that stands still, or a record that nobody has confirmed', async () => {
    const sample = await anActiveCase(app);
    for (const code of ['Z13a', 'A05'])
      await completed(app, sample, code, { confirmedBy: code === 'A05' ? ZRJ : undefined });
    const { id } = await accepted(app, sample, 'B02', { body: ZRJ, works: '1号楼' });
    const procedure = { id, cause: '听证', noticeWorkdays: 5, approver: '李建国' };
    await app.run(beginSpecialProcedure, procedure, ZRJ, at('2026-11-24'));
    const stopped = await blocker(sample, 'B02');
    expect(stopped).toMatchObject({ waitingFor: 'clock', since: '2026-11-24' });
    expect(stopped?.sentence).toBe(`${stopped?.who ?? ''}正在进行“听证”,计时已暂停。`);
    const recorded = { documentNumber: '备案1号', decidedOn: '2026-11-20', fileId: randomUUID(), result: 'granted' };
    await app.run(
      recordExternalDecision,
      { caseId: sample.caseId, itemCode: 'A01', ...recorded, result: 'granted' },
      sample.helper,
    );
    expect(await blocker(sample, 'A01')).toMatchObject({
      waitingFor: 'department',
      since: '2026-11-20',
      sentence: expect.stringMatching(/^已登记系统外办结,等待寿光.*核验。$/) as string,
    });
  });

  it('is what a pre-approval still lacks, and who sees to it (R51)', async () => {
    const sample = await anActiveCase(app);
    await granted(app, sample, 'A01', { body: SPJ });
    const part = {
      kind: 'necessary_condition',
      passedOn: '2026-11-20',
      by: '寿光市自规局',
      evidence: '通知书',
    } as const;
    const { id } = await app.run(
      applyForPreApproval,
      {
        caseId: sample.caseId,
        itemCode: 'A10',
        reviewed: [{ ...part, name: '规划条件' }],
        missing: [{ itemCode: 'A09', controllable: true, owner: '项目单位', evidence: '出让合同' }],
      },
      sample.unit,
    );
    expect(await blocker(sample, 'A10')).toMatchObject({
      waitingFor: 'department',
      sentence: expect.stringMatching(/^已申请预审批,等待寿光.*出具预审批文件。$/) as string,
    });
    await app.run(issuePreApproval, { id, documentNumber: '预地字第1号', issuedOn: '2026-11-23' }, ZRJ);
    expect(await blocker(sample, 'A10')).toMatchObject({
      waitingFor: 'prerequisite',
      who: '项目单位',
      since: '2026-11-23',
      sentence: expect.stringMatching(/^已预审批,待“.*”具备后换发正式文件。$/) as string,
    });
  });

  it('of an item that is not applied for is its completion', async () => {
    const sample = await anActiveCase(app);
    await completed(app, sample, 'A05', { day: '2026-11-24', confirmedBy: ZRJ });
    expect(await blocker(sample, 'Z13a')).toMatchObject({
      waitingFor: 'unit',
      who: '中介服务机构(网上中介超市)',
      since: '2026-11-24',
      sentence: '前置事项已具备,等待完成并登记。',
    });
  });
});
