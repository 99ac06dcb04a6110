import { randomUUID } from 'node:crypto';
import { getApproval, submitApproval } from '#libs/contracts/approvals/filings.js';
import { convertPreApproval, meetCondition, reviewPreApprovalAgain } from '#libs/contracts/approvals/conversions.js';
import {
  applyForPreApproval,
  extendPreApproval,
  getPreApproval,
  issuePreApproval,
  listPreApprovals,
  refusePreApproval,
  resubmitPreApproval,
  returnPreApproval,
  revokePreApproval,
} from '#libs/contracts/approvals/pre-approvals.js';
import { decideApproval, revokeApproval } from '#libs/contracts/approvals/reviews.js';
import type { RawInput } from '#libs/contracts/define.js';
import { preApprovalEvents, projectEvents } from '#libs/contracts/facts.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import {
  GDB,
  SPJ,
  ZJJ,
  ZRJ,
  accepted,
  advance,
  anActiveCase,
  at,
  checklistOf,
  completed,
  granted,
  refusal,
} from './filing-case.js';
import type { SampleCase } from './sample-case.js';

type Application = RawInput<typeof applyForPreApproval>;
const WORKS = '1号楼';
const CONTRACT = { itemCode: 'A09', controllable: true, owner: '项目单位', evidence: '国有建设用地使用权出让合同' };
const TENDER = { itemCode: 'C05', controllable: true, owner: '项目单位', evidence: '直接发包登记' };
const WAGES = {
  name: '农民工工资保证金',
  act: '缴纳',
  controllable: true,
  owner: '项目单位',
  evidence: '保证金凭证',
} as const;
const passed = (kind: 'necessary_condition' | 'technical_step', name: string) =>
  ({ kind, name, passedOn: '2026-11-20', by: '寿光市自然资源和规划局', evidence: `${name}文书` }) as const;
const LAND_A10 = { itemCode: 'A10', reviewed: [passed('necessary_condition', '规划条件')], missing: [CONTRACT] };
const PLAN_B02 = {
  itemCode: 'B02',
  works: WORKS,
  reviewed: [passed('technical_step', '设计方案审查')],
  missing: [CONTRACT],
};
const AIR_B03 = { itemCode: 'B03', reviewed: [passed('technical_step', '设计方案审查')], missing: [CONTRACT] };
const WORK_C04 = {
  itemCode: 'C04',
  works: WORKS,
  reviewed: [passed('technical_step', '施工图审查')],
  missing: [CONTRACT, TENDER, WAGES],
};

describe('pre-approvals', () => {
  let app: Operations;
  beforeEach(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterEach(() => app.stop());

  const apply = ({ caseId, unit }: SampleCase, application: Omit<Application, 'caseId'>) =>
    app.run(applyForPreApproval, { caseId, ...application }, unit);
  const issue = (id: string, by: Principal, day = '2026-11-23') =>
    app.run(issuePreApproval, { id, documentNumber: `预字${id.slice(0, 4)}号`, issuedOn: day }, by, at(day));
  const issued = async (sample: SampleCase, application: Omit<Application, 'caseId'>, by: Principal) =>
    await issue((await apply(sample, application)).id, by);
  const convert = (id: string, by: Principal, day = '2026-12-15') =>
    app.run(convertPreApproval, { id, documentNumber: `正字${id.slice(0, 4)}号`, decidedOn: day }, by, at(day));
  const stateOf = async (id: string, { unit }: SampleCase) => (await app.run(getPreApproval, { id }, unit)).state;
  const told = async () => (await app.published(preApprovalEvents)).map(({ type, data }) => `${type} ${data.itemCode}`);

  /** SP025 with everything decided that needs no land: A01, A05, the designs, B01 and C01. */
  async function ready(): Promise<SampleCase> {
    const sample = await anActiveCase(app);
    await granted(app, sample, 'A01', { body: SPJ });
    await completed(app, sample, 'A05', { confirmedBy: ZRJ });
    for (const code of ['Z12', 'Z13a']) await completed(app, sample, code);
    await granted(app, sample, 'B01', { body: ZRJ });
    await completed(app, sample, 'Z13c');
    await completed(app, sample, 'C01', { works: WORKS });
    return sample;
  }

  async function chain(sample: SampleCase) {
    const a10 = await issued(sample, LAND_A10, ZRJ);
    const b02 = await issued(sample, PLAN_B02, ZRJ);
    const b03 = await issued(sample, AIR_B03, GDB);
    const c04 = await issued(sample, WORK_C04, SPJ);
    return { a10, b02, b03, c04 };
  }
  const win = (sample: SampleCase, winner: 'unit' | 'other' = 'unit') =>
    completed(app, sample, 'A09', { day: '2026-12-15', winner, documentNumber: '寿光出让2026-12号', confirmedBy: ZRJ });

  it('are issued by the department alone, never by an agent (F07)', async () => {
    const sample = await ready();
    const { id } = await apply(sample, LAND_A10);
    expect(await refusal(issue(id, sample.guide))).toEqual({
      code: 'agents_cannot_issue',
      zh: '预审批文件由审批部门出具。您可以指导项目单位提出申请,不能出具文件。',
    });
    expect(await refusal(issue(id, SPJ))).toMatchObject({ code: 'not_your_department' });
    await expect(issue(id, sample.unit)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are refused where they are not offered, nothing has passed, or a condition cannot be controlled (R51, R60)', async () => {
    const sample = await ready();
    const a11 = { itemCode: 'A11', reviewed: LAND_A10.reviewed, missing: [CONTRACT] };
    expect(await refusal(apply(sample, a11))).toEqual({
      code: 'pre_approval_not_offered',
      zh: '“国有建设用地使用权首次登记”不提供预审批,请在条件具备后正式申报。',
    });
    expect(await refusal(apply(sample, { ...LAND_A10, reviewed: [] }))).toMatchObject({ code: 'nothing_reviewed' });
    const loose = { ...LAND_A10, missing: [{ ...CONTRACT, controllable: false }] };
    expect(await refusal(apply(sample, loose))).toEqual({
      code: 'condition_not_controllable',
      zh: '缺失条件“国有建设用地使用权出让合同”在后期办理时不能控制,不能预审批。',
    });
    expect(await refusal(apply(sample, { ...LAND_A10, missing: [WAGES] }))).toMatchObject({
      code: 'condition_unlisted',
    });
    expect(await refusal(apply(sample, PLAN_B02))).toEqual({
      code: 'upstream_not_pre_approved',
      zh: '上一环节“建设用地规划许可证核发”尚未取得预审批文件或正式文件,请先办理。',
    });
  });

  it('carry number, conditions, last day and the stamp while the land is missing (R53)', async () => {
    const sample = await ready();
    const document = await issued(sample, LAND_A10, ZRJ);
    expect(document).toMatchObject({
      state: 'issued',
      validTo: '2027-11-23',
      stamp: '以竞得土地并签订出让合同为生效条件',
      missing: [{ name: '国有建设用地使用权出让合同', act: '签订', itemCode: 'A09', metOn: null }],
      conversionDueOn: null,
    });
    expect(document.number).toMatch(/^YS2026\d{6}$/);
    expect(await refusal(apply(sample, LAND_A10))).toMatchObject({ code: 'pre_approval_exists' });
  });

  it('are no basis for a formal permit (F08)', async () => {
    const sample = await ready();
    const { a10, b03 } = await chain(sample);
    await win(sample);
    await convert(a10.id, ZRJ);
    await convert(b03.id, GDB);
    const { id } = await accepted(app, sample, 'C04', { body: SPJ, works: WORKS, day: '2026-12-15' });
    const decision = { id, result: 'granted', decidedOn: '2026-12-15', documentNumber: '施工1号' } as const;
    expect(await refusal(app.run(decideApproval, decision, SPJ, at('2026-12-15')))).toEqual({
      code: 'only_pre_approved',
      zh: '建设工程规划许可证目前仅有预审批文件,只能用于下一环节预审批,不能作为核发施工许可证的依据。请先换发正式证书。',
    });
  });

  it('are converted in the order of the chain, all on the day of the contract, and linked both ways (R54, R57)', async () => {
    const sample = await ready();
    const { a10, b02, b03, c04 } = await chain(sample);
    expect(b02.restsOn).toEqual([a10.id]);
    expect([...c04.restsOn].sort()).toEqual([b02.id, b03.id].sort());
    expect(await refusal(convert(b02.id, ZRJ))).toEqual({
      code: 'missing_conditions_open',
      zh: '暂不能换发:1. 国有建设用地使用权出让合同尚未签订;2. 建设用地规划许可证尚未换发正式证书。全部达到后即可换发,无需重新申请。',
    });
    await win(sample);
    expect((await told()).filter((line) => line.startsWith('pre-approval.conditionMet'))).toHaveLength(4);
    expect(await refusal(convert(b02.id, ZRJ))).toEqual({
      code: 'upstream_not_formal',
      zh: '暂不能换发:1. 建设用地规划许可证尚未换发正式证书。全部达到后即可换发,无需重新申请。',
    });
    const formal = await convert(a10.id, ZRJ);
    expect(formal).toMatchObject({ state: 'converted', convertedOn: '2026-12-15', conversionDueOn: '2026-12-16' });
    const approval = await app.run(getApproval, { id: formal.approvalId ?? '' }, sample.unit, at('2026-12-15'));
    expect(approval).toMatchObject({
      state: 'decided',
      source: 'conversion',
      preApprovalId: a10.id,
      acceptedOn: '2026-12-15',
    });
    await convert(b02.id, ZRJ);
    await convert(b03.id, GDB);
    expect((await refusal(convert(c04.id, SPJ))).zh).toBe(
      '暂不能换发:1. 中标通知书/直接发包备案尚未取得;2. 农民工工资保证金尚未缴纳。全部达到后即可换发,无需重新申请。',
    );
    const wages = c04.missing.find(({ itemCode }) => itemCode === null);
    const met = { id: c04.id, conditionId: wages?.id ?? '', on: '2026-12-15', fileId: randomUUID() };
    const mayMeet = async () => (await app.run(getPreApproval, { id: c04.id }, sample.helper)).actions;
    expect(await mayMeet()).toContain('meet_condition');
    await app.run(meetCondition, met, sample.helper, at('2026-12-15'));
    expect(await mayMeet()).not.toContain('meet_condition');
    await completed(app, sample, 'C05', { day: '2026-12-15', confirmedBy: ZJJ });
    expect(await convert(c04.id, SPJ)).toMatchObject({ state: 'converted' });
    const converted = (await app.published(preApprovalEvents)).filter(({ type }) => type === 'pre-approval.converted');
    expect(
      converted.map(({ data }) => [
        data.itemCode,
        'workdaysAfterLastCondition' in data && data.workdaysAfterLastCondition,
      ]),
    ).toEqual([
      ['A10', 0],
      ['B02', 0],
      ['B03', 0],
      ['C04', 0],
    ]);
  });

  it('leave conditions that are documents of items to these items', async () => {
    const sample = await ready();
    const { id, missing } = await issued(sample, LAND_A10, ZRJ);
    const met = { id, conditionId: missing[0]?.id ?? '', on: '2026-11-23', fileId: randomUUID() };
    expect(await refusal(app.run(meetCondition, met, sample.helper))).toMatchObject({ code: 'condition_met_by_item' });
    const shown = await app.run(getPreApproval, { id }, ZRJ, at('2026-11-23'));
    expect(shown.actions).not.toContain('meet_condition');
    expect(shown.content).toEqual(shown.content.map(({ field, now }) => ({ field, issuedFor: now, now })));
    expect(shown.content.map(({ field }) => field)).toEqual(['建筑面积', '用地性质', '用地位置和范围']);
  });

  it('are void with all that rests on them when another bidder has the land (R58)', async () => {
    const sample = await ready();
    const { a10, b02, c04 } = await chain(sample);
    await win(sample, 'other');
    for (const { id } of [a10, b02, c04]) expect(await stateOf(id, sample)).toBe('void');
    expect((await told()).filter((line) => line.startsWith('pre-approval.ended'))).toHaveLength(4);
  });

  it('are reviewed again instead of converted once the project changed (R55)', async () => {
    const sample = await ready();
    const { a10 } = await chain(sample);
    await win(sample);
    const project = { ...sample.project, floorArea: sample.project.floorArea * 1.05 };
    const changed = { projectId: project.projectId, project, changed: ['floorArea'] };
    await app.fact(projectEvents, 'changed', changed, at('2026-12-14'));
    expect(await refusal(convert(a10.id, ZRJ))).toEqual({
      code: 'content_changed',
      zh: '项目建筑面积与预审批时不一致,不能直接换发,请重新审查。',
    });
    const again = await app.run(reviewPreApprovalAgain, { id: a10.id }, sample.unit, at('2026-12-15'));
    expect(again).toMatchObject({ state: 'applied' });
  });

  it('hold what rests on a revoked document until a new one is there (R57)', async () => {
    const sample = await ready();
    const { a10, b02, c04 } = await chain(sample);
    await app.run(revokePreApproval, { id: a10.id, reason: '材料不实' }, ZRJ);
    expect(await stateOf(b02.id, sample)).toBe('on_hold');
    expect(await stateOf(c04.id, sample)).toBe('on_hold');
    const anew = await issued(sample, LAND_A10, ZRJ);
    expect(await app.run(getPreApproval, { id: b02.id }, sample.unit)).toMatchObject({
      state: 'issued',
      restsOn: [anew.id],
    });
    expect(await stateOf(c04.id, sample)).toBe('issued');
    await win(sample);
    const formal = await convert(anew.id, ZRJ);
    await app.run(revokeApproval, { id: formal.approvalId ?? '', reason: '材料不实' }, ZRJ, at('2026-12-15'));
    expect(await stateOf(b02.id, sample)).toBe('on_hold');
  });

  it('lapse the day after their last day, holding what rests on them; extended once they last longer (R58)', async () => {
    const sample = await ready();
    const { a10, b02 } = await chain(sample);
    const extend = () => app.run(extendPreApproval, { id: b02.id, days: 30 }, ZRJ);
    expect(await extend()).toMatchObject({ validTo: '2027-12-23', extended: true });
    expect(await refusal(extend())).toMatchObject({ code: 'pre_approval_extended_before' });
    await advance(app, '2027-11-23');
    expect(await stateOf(a10.id, sample)).toBe('issued');
    await advance(app, '2027-12-01');
    expect(await stateOf(a10.id, sample)).toBe('lapsed');
    expect(await stateOf(b02.id, sample)).toBe('on_hold');
    const lapsed = (await app.published(preApprovalEvents)).find(({ type }) => type === 'pre-approval.ended');
    expect(lapsed).toMatchObject({ time: '2027-11-23T16:00:00.000Z', data: { how: 'lapsed' } });
  });

  it('may be returned to the unit and handed in again, or refused with a reason', async () => {
    const sample = await ready();
    const { id } = await apply(sample, LAND_A10);
    expect(await app.run(returnPreApproval, { id, reason: '未写明责任人' }, ZRJ)).toMatchObject({ state: 'returned' });
    expect(await app.run(resubmitPreApproval, { id, reviewed: LAND_A10.reviewed }, sample.unit)).toMatchObject({
      state: 'applied',
    });
    expect(await app.run(refusePreApproval, { id, reason: '不符合规划' }, ZRJ)).toMatchObject({
      state: 'refused',
      reason: '不符合规划',
    });
    expect(await refusal(issue(id, ZRJ))).toEqual({
      code: 'pre_approval_state',
      zh: '该预审批未通过,不能进行此操作。请刷新后查看可办理的操作。',
    });
  });

  it('show the chain and what it gains over the road without', async () => {
    const sample = await ready();
    await chain(sample);
    const { items, links, figures } = await app.run(listPreApprovals, { caseId: sample.caseId }, sample.guide);
    expect(items.map(({ itemCode }) => itemCode)).toEqual(['A10', 'B02', 'B03', 'C04']);
    expect(links.map(({ from, to }) => `${from}→${to}`)).toEqual(['A10→B02', 'B02→C04', 'B03→C04']);
    expect(figures).toEqual({ contractDay: 26, preApprovedBy: 16, permitDay: 27, permitDayWithout: 32, daysSaved: 5 });
    await expect(app.run(listPreApprovals, { caseId: sample.caseId }, sample.stranger)).rejects.toMatchObject({
      code: 'case_not_found',
    });
  });

  it('stand in as material of the next pre-approval only (R56)', async () => {
    const sample = await ready();
    await issued(sample, LAND_A10, ZRJ);
    const formal = await checklistOf(app, sample, 'B02', { works: WORKS });
    expect(formal.find(({ code }) => code === 'B02-M02')).toMatchObject({
      gap: 'blocks_decision',
      origin: { available: false },
    });
    const { caseId, unit } = sample;
    expect(
      await refusal(app.run(submitApproval, { caseId, itemCode: 'C01', works: WORKS, handlingMode: '代跑腿' }, unit)),
    ).toMatchObject({
      code: 'item_without_authority',
    });
  });
});
