import { randomUUID } from 'node:crypto';
import {
  cancelApproval,
  getApproval,
  listApprovals,
  submitApproval,
  supplyCorrection,
  supplyDeferred,
  withdrawApproval,
} from '#libs/contracts/approvals/filings.js';
import { getChecklist } from '#libs/contracts/approvals/materials.js';
import {
  acceptApproval,
  decideApproval,
  refuseAcceptance,
  requestCorrection,
} from '#libs/contracts/approvals/reviews.js';
import { approvalEvents, caseEvents } from '#libs/contracts/facts.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import {
  SPJ,
  ZRJ,
  accepted,
  anActiveCase,
  at,
  completed,
  department,
  granted,
  refusal,
  submitted,
} from './filing-case.js';
import { anAppliedCase } from './sample-case.js';

const decision = (id: string) =>
  ({ id, result: 'granted', decidedOn: '2026-11-23', documentNumber: '〔2026〕1号' }) as const;

describe('a filing', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  const submit = (caseId: string, itemCode: string, extra: object = {}) => ({
    caseId,
    itemCode,
    handlingMode: '代跑腿' as const,
    ...extra,
  });
  const types = async (approvalId: string) =>
    (await app.published(approvalEvents)).filter(({ subject }) => subject === approvalId).map(({ type }) => type);

  it('is refused before both have signed, naming who has not (F05)', async () => {
    const sample = await anAppliedCase(app);
    const { caseId, unit } = sample;
    await app.fact(caseEvents, 'agreementSigned', { caseId, agreementId: randomUUID(), by: 'institution', version: 1 });
    expect(await refusal(app.run(submitApproval, submit(caseId, 'A01'), unit))).toEqual({
      code: 'agreement_not_signed',
      zh: '帮代办协议尚未双方签署(待签:项目单位),签订后方可启动帮代办事项。',
    });
  });

  it('is refused to an agent without a mandate in force (R13, R133) and to an inspector at all (R16)', async () => {
    const sample = await anActiveCase(app);
    expect(await refusal(app.run(submitApproval, submit(sample.caseId, 'A01'), sample.guide))).toEqual({
      code: 'mandate_not_in_force',
      zh: '您没有今天有效且包含“企业投资项目备案”的授权委托书。请先由项目单位出具授权委托书,或由项目单位自行办理。',
    });
    await expect(app.run(submitApproval, submit(sample.caseId, 'A01'), sample.inspector)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(app.run(submitApproval, submit(sample.caseId, 'A01'), sample.stranger)).rejects.toMatchObject({
      code: 'case_not_found',
    });
  });

  it('is refused with the names of the core materials that are missing', async () => {
    const { caseId, unit } = await anActiveCase(app);
    const { code, zh } = await refusal(app.run(submitApproval, submit(caseId, 'A01'), unit));
    expect(code).toBe('core_materials_missing');
    expect(zh).toContain('“项目符合产业政策声明”');
  });

  it('is refused where nothing is applied for, where it is not needed, and without its works', async () => {
    const { caseId, unit } = await anActiveCase(app);
    expect(await refusal(app.run(submitApproval, submit(caseId, 'Z03'), unit))).toMatchObject({
      code: 'item_without_authority',
    });
    expect(await refusal(app.run(submitApproval, submit(caseId, 'P11'), unit))).toMatchObject({
      code: 'item_outside_plan',
    });
    expect(await refusal(app.run(submitApproval, submit(caseId, 'B02'), unit))).toMatchObject({
      code: 'works_required',
    });
  });

  it('is refused notify-and-commit for the acceptance of fire protection of special works (F10)', async () => {
    const { caseId, unit } = await anActiveCase(app, { project: { facts: { special_fire: true } } });
    const attempt = app.run(submitApproval, submit(caseId, 'D02', { works: '1号楼', notifyAndCommit: true }), unit);
    expect(await refusal(attempt)).toEqual({
      code: 'commitment_excluded',
      zh: '特殊建设工程消防验收直接涉及公共安全,不适用告知承诺,未经验收合格禁止投入使用。',
    });
  });

  it('is kept with the unit as applicant and the mandate holder beside it, and told', async () => {
    const sample = await anActiveCase(app);
    const approval = await submitted(app, sample, 'A01', { by: sample.helper });
    expect(approval).toMatchObject({
      state: 'submitted',
      applicantName: sample.unit.name,
      mandateHolderName: '服务员乙',
      handlingBody: 'SG-SPJ',
    });
    expect(approval.number).toMatch(/^BJ2026\d{6}$/);
    expect(await types(approval.id)).toEqual(['approval.submitted']);
    expect(await refusal(submitted(app, sample, 'A01'))).toEqual({
      code: 'filing_exists',
      zh: '“企业投资项目备案”已有在办或已办结的办件,不能重复申报。',
    });
  });

  it('is accepted and decided by its body or that body’s system alone, never by an agent', async () => {
    const sample = await anActiveCase(app);
    const { id } = await submitted(app, sample, 'A01');
    expect(await refusal(app.run(acceptApproval, { id }, sample.helper))).toEqual({
      code: 'agents_cannot_decide',
      zh: '受理、审查和决定由审批部门作出。您可以指导项目单位准备材料,不能代部门办理。',
    });
    expect(await refusal(app.run(acceptApproval, { id }, ZRJ))).toMatchObject({ code: 'not_your_department' });
    expect(await refusal(app.run(decideApproval, decision(id), SPJ))).toEqual({
      code: 'filing_state',
      zh: '该办件已接件,不能办结。请刷新后查看可办理的操作。',
    });
    await app.run(acceptApproval, { id }, SPJ);
    const decided = await app.run(decideApproval, decision(id), department('SG-SPJ', 'system'));
    expect(decided).toMatchObject({
      state: 'decided',
      result: 'granted',
      source: 'department_system',
      documentNumber: '〔2026〕1号',
    });
    expect(await types(id)).toEqual(['approval.submitted', 'approval.accepted', 'approval.decided']);
  });

  it('is accepted while a prerequisite is open, even one of the unit’s own, which blocks the decision (R8)', async () => {
    const sample = await anActiveCase(app, { entrusted: ['A01', 'B02', 'C04'] });
    const { id } = await accepted(app, sample, 'A10', { body: ZRJ });
    expect(await refusal(app.run(decideApproval, decision(id), ZRJ))).toEqual({
      code: 'prerequisites_open',
      zh: '不能办结:前置事项“国有建设用地使用权出让(招拍挂)”、“企业投资项目备案”尚未办结。本事项已受理,审查可以继续。',
    });
  });

  it('is not accepted with a ground, cancelled before and withdrawn after acceptance; then it may be filed anew', async () => {
    const sample = await anActiveCase(app);
    const first = await submitted(app, sample, 'A01');
    const declined = { id: first.id, ground: '不予受理', reason: '不属于本机关职权范围' } as const;
    expect(await app.run(refuseAcceptance, declined, SPJ)).toMatchObject({ state: 'not_accepted', ground: 'denied' });
    const second = await submitted(app, sample, 'A01');
    expect(await app.run(cancelApproval, { id: second.id, reason: '方案调整' }, sample.unit)).toMatchObject({
      state: 'cancelled',
    });
    const third = await accepted(app, sample, 'A12', { body: department('SD-ZRT') });
    expect(await refusal(app.run(cancelApproval, { id: third.id, reason: '方案调整' }, sample.unit))).toMatchObject({
      code: 'filing_state',
    });
    const withdrawn = await app.run(withdrawApproval, { id: third.id, reason: '方案调整' }, sample.unit);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', promised: { state: 'none' } });
  });

  it('is corrected with everything at once', async () => {
    const sample = await anActiveCase(app);
    const { id } = await submitted(app, sample, 'A01');
    const asked = { id, materialCodes: ['A01-M01', 'A01-M03'], dueOn: '2026-11-30', opinion: '声明未盖章' };
    expect(await refusal(app.run(requestCorrection, { ...asked, materialCodes: ['B02-M01'] }, SPJ))).toMatchObject({
      code: 'material_unknown',
    });
    expect(await app.run(requestCorrection, asked, SPJ)).toMatchObject({ state: 'correcting' });
    const part = [{ materialCode: 'A01-M01', documentId: randomUUID() }];
    expect(await refusal(app.run(supplyCorrection, { id, materials: part }, sample.unit))).toEqual({
      code: 'correction_incomplete',
      zh: '补正材料须一次交齐,还缺:A01-M03。',
    });
    const all = [...part, { materialCode: 'A01-M03', documentId: randomUUID() }];
    expect(await app.run(supplyCorrection, { id, materials: all }, sample.unit, at('2026-11-25'))).toMatchObject({
      state: 'corrected',
    });
    const { spans } = await app.run(getApproval, { id }, SPJ);
    expect(spans).toMatchObject([
      { kind: 'correction', from: '2026-11-23', to: '2026-11-25', materials: ['A01-M01', 'A01-M03'] },
    ]);
  });

  it('lets a deferrable material follow against a signed promise, and no grant after its last day (R72)', async () => {
    const sample = await anActiveCase(app);
    const { caseId, unit } = sample;
    await granted(app, sample, 'A01', { body: SPJ });
    await completed(app, sample, 'A05', { confirmedBy: ZRJ });
    await completed(app, sample, 'A09', { winner: 'unit', documentNumber: '出让2026-1', confirmedBy: ZRJ });
    const { materials } = await app.run(getChecklist, { caseId, itemCode: 'A10' }, unit);
    const asked = materials.filter(({ gap }) => gap !== null);
    const deferrable = asked.filter(({ gap }) => gap === 'deferrable');
    const given = asked
      .filter(({ gap }) => gap !== 'deferrable')
      .map(({ code }) => ({ materialCode: code, documentId: randomUUID() }));
    const missing = await refusal(app.run(submitApproval, submit(caseId, 'A10', { materials: given }), unit));
    expect(missing).toEqual({
      code: 'deferral_promise_missing',
      zh: '以下材料可以容缺,请补齐,或提交项目单位签署的容缺承诺:“勘测定界图”、“授权委托书及经办人身份证明”。',
    });
    const promises = deferrable.map(({ code }) => ({
      materialCode: code,
      signedOn: '2026-11-23',
      documentId: randomUUID(),
      withinWorkdays: 5,
    }));
    const { id } = await app.run(submitApproval, submit(caseId, 'A10', { materials: given, promises }), unit);
    await app.run(acceptApproval, { id }, ZRJ);
    expect(await refusal(app.run(decideApproval, decision(id), ZRJ))).toMatchObject({ code: 'materials_incomplete' });
    const late = { ...decision(id), result: 'granted_with_deferral', decidedOn: '2026-12-01' } as const;
    expect(await refusal(app.run(decideApproval, late, ZRJ, at('2026-12-01')))).toEqual({
      code: 'deferral_overdue',
      zh: '容缺材料“勘测定界图”、“授权委托书及经办人身份证明”已超过承诺期限,补齐前不能办结。',
    });
    const granting = { ...decision(id), result: 'granted_with_deferral' } as const;
    expect(await app.run(decideApproval, granting, ZRJ)).toMatchObject({
      result: 'granted_with_deferral',
      deferral: true,
    });
    await app.run(supplyDeferred, { id, materials: [{ materialCode: 'A10-M04', documentId: randomUUID() }] }, unit);
    const { deferrals } = await app.run(getApproval, { id }, unit);
    expect(deferrals).toMatchObject([
      { materialCode: 'A10-M04', dueOn: '2026-11-30', suppliedOn: '2026-11-23' },
      { materialCode: 'A10-M05', dueOn: '2026-11-30', suppliedOn: null },
    ]);
  });

  it('is listed and shown only to those whose case it is, with what each may do now', async () => {
    const sample = await anActiveCase(app);
    const { id } = await accepted(app, sample, 'A12', { body: department('SD-ZRT') });
    await expect(app.run(getApproval, { id }, sample.stranger)).rejects.toMatchObject({ code: 'approval_not_found' });
    expect((await app.run(listApprovals, { caseId: sample.caseId }, sample.stranger)).total).toBe(0);
    const shown = await app.run(
      listApprovals,
      { caseId: sample.caseId, departmentCode: 'SD-ZRT', light: 'normal' },
      sample.guide,
    );
    expect(shown.items.map((one) => one.id)).toEqual([id]);
    expect((await app.run(getApproval, { id }, department('SD-ZRT'))).actions).toEqual(
      expect.arrayContaining(['start_special_procedure', 'grant', 'refuse', 'extend']),
    );
    expect((await app.run(getApproval, { id }, sample.unit)).actions).toEqual(['withdraw']);
    expect((await app.run(getApproval, { id }, sample.helper)).actions).toEqual([
      'withdraw',
      'record_external_decision',
    ]);
    expect((await app.run(getApproval, { id }, sample.inspector)).actions).toEqual([]);
  });
});
