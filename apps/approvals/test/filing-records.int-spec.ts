import { randomUUID } from 'node:crypto';
import { getApproval } from '#libs/contracts/approvals/filings.js';
import {
  backFillApproval,
  confirmRecord,
  givePreReviewOpinion,
  listPreReviews,
  recordCompletion,
  recordExternalDecision,
  rejectRecord,
  requestPreReview,
} from '#libs/contracts/approvals/records.js';
import { decideApproval } from '#libs/contracts/approvals/reviews.js';
import { approvalEvents } from '#libs/contracts/facts.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { SPJ, ZRJ, accepted, anActiveCase, completed, granted, refusal } from './filing-case.js';

const fileId = randomUUID();

describe('what is recorded and not decided here', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  const outside = (caseId: string, itemCode: string) =>
    ({
      caseId,
      itemCode,
      documentNumber: '外〔2026〕9号',
      decidedOn: '2026-11-20',
      fileId,
      result: 'granted',
    }) as const;

  it('releases nothing before the department confirms it, and goes back with a reason (R132)', async () => {
    const sample = await anActiveCase(app);
    const { caseId, helper, unit } = sample;
    expect(await refusal(app.run(recordExternalDecision, outside(caseId, 'A01'), unit))).toMatchObject({
      code: 'forbidden',
    });
    const recorded = await app.run(recordExternalDecision, outside(caseId, 'A01'), helper);
    expect(recorded).toMatchObject({ state: 'draft', toBeVerified: true, documentNumber: '外〔2026〕9号' });
    expect((await app.published(approvalEvents)).at(-1)).toMatchObject({
      type: 'approval.decided',
      data: { verified: false },
    });
    await completed(app, sample, 'A05', { confirmedBy: ZRJ });
    await completed(app, sample, 'A09', { winner: 'unit', confirmedBy: ZRJ });
    const { id } = await accepted(app, sample, 'A10', { body: ZRJ });
    const decision = { id, result: 'granted', decidedOn: '2026-11-23', documentNumber: '地字1号' } as const;
    expect(await refusal(app.run(decideApproval, decision, ZRJ))).toEqual({
      code: 'prerequisites_open',
      zh: '不能办结:前置事项“企业投资项目备案”尚未办结。本事项已受理,审查可以继续。',
    });
    expect(await refusal(app.run(confirmRecord, { id: recorded.id }, helper))).toMatchObject({
      code: 'agents_cannot_decide',
    });
    const rejected = await app.run(rejectRecord, { id: recorded.id, reason: '文号与我局存档不符' }, SPJ);
    expect(rejected).toMatchObject({ state: 'draft', toBeVerified: false, reason: '文号与我局存档不符' });
    const again = await app.run(recordExternalDecision, outside(caseId, 'A01'), helper);
    expect(await app.run(confirmRecord, { id: again.id }, SPJ)).toMatchObject({
      state: 'decided',
      source: 'recorded',
      decidedOn: '2026-11-20',
    });
    expect(await app.run(decideApproval, decision, ZRJ)).toMatchObject({ result: 'granted' });
  });

  it('is from before the case when it is back-filled, and verified counts as done (R130)', async () => {
    const sample = await anActiveCase(app);
    const { caseId, helper, unit } = sample;
    const old = { caseId, itemCode: 'A10', documentNumber: '地字第9号', fileId, decidedOn: '2026-11-24' };
    expect(await refusal(app.run(backFillApproval, old, helper))).toEqual({
      code: 'back_fill_not_before_case',
      zh: '历史手续须在申请帮代办(2026-11-23)之前取得;之后的决定请登记为系统外办结。',
    });
    const { id } = await app.run(backFillApproval, { ...old, decidedOn: '2024-06-03' }, helper);
    const confirmed = await app.run(confirmRecord, { id }, ZRJ);
    expect(confirmed).toMatchObject({
      state: 'decided',
      source: 'back_filled',
      decidedOn: '2024-06-03',
      statutory: { state: 'none' },
    });
    expect((await app.run(getApproval, { id }, unit)).evidenceFileId).toBe(fileId);
  });

  it('is the completion of intermediaries at once, of trading nodes once their body confirms it', async () => {
    const sample = await anActiveCase(app);
    const { caseId, helper } = sample;
    const record = (itemCode: string, extra: object = {}) => ({
      caseId,
      itemCode,
      completedOn: '2026-11-23',
      fileId,
      ...extra,
    });
    expect(await refusal(app.run(recordCompletion, record('A10'), helper))).toMatchObject({
      code: 'item_has_authority',
    });
    expect(await refusal(app.run(recordCompletion, record('A09'), helper))).toEqual({
      code: 'winner_required',
      zh: '请写明土地由本项目单位竞得还是由其他竞买人竞得。',
    });
    expect(await app.run(recordCompletion, record('Z03'), helper)).toMatchObject({
      state: 'decided',
      toBeVerified: false,
    });
    expect(await app.run(recordCompletion, record('A05'), helper)).toMatchObject({
      state: 'draft',
      toBeVerified: true,
    });
    expect(await app.run(recordCompletion, record('D10'), sample.unit)).toMatchObject({
      state: 'decided',
      handlingBody: null,
    });
    expect((await app.published(approvalEvents)).at(-1)).toMatchObject({
      type: 'approval.completed',
      data: { itemCode: 'D10' },
    });
  });

  it('is an informal opinion before the application: no filing, no clock (R124)', async () => {
    const sample = await anActiveCase(app);
    const { caseId, helper } = sample;
    const before = (await app.published(approvalEvents)).length;
    const asked = { caseId, itemCode: 'C04', works: '1号楼', documentIds: [randomUUID()] };
    const { id } = await app.run(requestPreReview, asked, helper);
    expect(await refusal(app.run(givePreReviewOpinion, { id, opinion: '缺1份' }, helper))).toMatchObject({
      code: 'agents_cannot_decide',
    });
    expect(await app.run(givePreReviewOpinion, { id, opinion: '缺1份' }, SPJ)).toMatchObject({
      opinion: '缺1份',
      opinionOn: '2026-11-23',
    });
    expect(await refusal(app.run(givePreReviewOpinion, { id, opinion: '齐全' }, SPJ))).toMatchObject({
      code: 'pre_review_answered',
    });
    expect((await app.run(listPreReviews, { caseId }, helper)).items).toHaveLength(1);
    expect(await app.published(approvalEvents)).toHaveLength(before);
  });

  it('ends when a grant is revoked', async () => {
    const sample = await anActiveCase(app);
    const { id } = await granted(app, sample, 'A01', { body: SPJ });
    const { actions } = await app.run(getApproval, { id }, SPJ);
    expect(actions).toEqual(['revoke']);
  });
});
