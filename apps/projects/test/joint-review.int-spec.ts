import { caseEvents } from '#libs/contracts/facts.js';
import {
  closeReview,
  conveneReview,
  giveOpinion,
  issueNotice,
  listNotices,
  listReviews,
  recordWrittenOpinion,
} from '#libs/contracts/projects.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import {
  B02,
  C04,
  CITY,
  OWN,
  TO_CHECK,
  aCityAgent,
  aReviewer,
  anActiveCase,
  anAgent,
  anAppliedCase,
  transferToCity,
} from './factories.js';
import type { Applied } from './factories.js';

const guide = anAgent('guide');
const decider = aReviewer('SG-SPJ');
const consulted = aReviewer('SG-ZRJ');

describe('the joint review and the requirements notice', () => {
  let app: Operations;
  let active: Applied;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    active = await anActiveCase(app);
    await transferToCity(app, active.id);
  });
  afterAll(() => app.stop());

  const last = async () => (await app.published(caseEvents)).at(-1);
  const review = async () => {
    const { items } = await app.run(listReviews, { caseId: active.id }, guide);
    return { caseId: active.id, reviewId: items.at(-1)?.id ?? '' };
  };
  const opine = async (itemCode: string, as = decider, opinion: 'meets' | 'not_applicable' = 'meets') =>
    app.run(giveOpinion, { ...(await review()), itemCode, opinion, text: '预审意见' }, as);

  it('is convened by the first institution alone, also after a transfer, in a case that has begun (R46)', async () => {
    const input = { caseId: active.id, opinionsDueOn: '2026-11-24' };
    await expect(app.run(conveneReview, input, anAgent('helper'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(conveneReview, input, aCityAgent('guide'))).rejects.toMatchObject({
      code: 'not_first_institution',
    });
    const { id: caseId } = await anAppliedCase(app);
    await expect(app.run(conveneReview, { ...input, caseId }, guide)).rejects.toMatchObject({ code: 'case_state' });
    await expect(app.run(issueNotice, { caseId: active.id }, guide)).rejects.toMatchObject({
      code: 'review_not_closed',
    });
  });

  it('gives the departments until the next working day at least', async () => {
    const friday = { now: '2026-11-20T09:00:00+08:00' };
    await expect(
      app.run(conveneReview, { caseId: active.id, opinionsDueOn: '2026-11-22' }, guide, friday),
    ).rejects.toMatchObject({ code: 'opinions_due_too_soon', params: { earliest: '2026-11-23' } });
    const convened = await app.run(conveneReview, { caseId: active.id, opinionsDueOn: '2026-11-23' }, guide, friday);
    expect(convened.invited.map(({ departmentCode }) => departmentCode)).toEqual(['SG-SPJ', 'SG-ZRJ', 'SG-ZJJ']);
    expect(await last()).toMatchObject({
      type: 'case.reviewConvened',
      data: { invited: [{ departmentCode: 'SG-SPJ', itemCodes: ['B02', 'C04', 'P07'] }, {}, {}] },
    });
    await expect(
      app.run(conveneReview, { caseId: active.id, opinionsDueOn: '2026-11-27' }, guide),
    ).rejects.toMatchObject({ code: 'review_open' });
  });

  it('takes opinions of invited departments on their own items, corrected until it is closed', async () => {
    await expect(opine('C04', aReviewer('SG-ZRJ'))).rejects.toMatchObject({ code: 'not_invited' });
    await expect(opine('B02', aReviewer('QZ-SPJ'))).rejects.toMatchObject({ code: 'case_not_found' });
    await expect(opine('B02', guide)).rejects.toMatchObject({ code: 'forbidden' });
    await opine('B02', consulted, 'not_applicable');
    await opine('B02', decider, 'not_applicable');
    const corrected = await opine('B02', decider, 'meets');
    expect(corrected.opinions).toMatchObject([
      { departmentCode: 'SG-SPJ', decides: true, opinion: 'meets' },
      { departmentCode: 'SG-ZRJ', decides: false, opinion: 'not_applicable' },
    ]);
    expect(corrected.missing).toEqual([
      '建筑工程施工许可证核发(寿光市行政审批服务局)',
      '河道管理范围内建设方案审批(寿光市行政审批服务局)',
    ]);
  });

  it('is not closed while a decider’s opinion is missing, and says which (R48)', async () => {
    const closing = { ...(await review()), minutes: '会议纪要' };
    await expect(app.run(closeReview, closing, guide)).rejects.toMatchObject({
      code: 'opinions_missing',
      params: { missing: [expect.stringContaining('施工许可'), expect.stringContaining('河道')] },
    });
    await opine('C04');
    const written = {
      itemCode: 'P07',
      departmentCode: 'SG-SPJ',
      opinion: 'not_applicable',
      text: '不涉及河道',
      fileId: CITY,
    } as const;
    await app.run(recordWrittenOpinion, { ...(await review()), ...written }, guide);
    const conclusions = [{ itemCode: 'A01', need: 'needed' as const, reason: '误' }];
    await expect(app.run(closeReview, { ...closing, conclusions }, guide)).rejects.toMatchObject({
      code: 'item_not_in_plan',
    });
    const closed = await app.run(closeReview, { ...closing, attendance: ['寿光市行政审批服务局 代表'] }, guide);
    expect(closed).toMatchObject({ closedOn: '2026-11-23', missing: [] });
    expect(closed.conclusions).toContainEqual({ itemCode: 'P07', need: 'not_needed', reason: '不涉及河道' });
    expect(await last()).toMatchObject({ type: 'case.reviewClosed' });
    await expect(opine('C04')).rejects.toMatchObject({ code: 'review_closed' });
  });

  it('leads to one notice of all items, entrusted or not, with what is not needed and why (R47)', async () => {
    const notice = await app.run(issueNotice, { caseId: active.id }, guide);
    expect(notice.items.map(({ itemCode, entrusted }) => [itemCode, entrusted])).toEqual([
      [B02.itemCode, true],
      [C04.itemCode, true],
      [OWN.itemCode, false],
    ]);
    expect(notice.notNeeded).toEqual([{ itemCode: 'P07', name: TO_CHECK.name, reason: '不涉及河道' }]);
    expect(notice).toMatchObject({ noticeVersion: 1, issuedOn: '2026-11-23', institutionName: '寿光市帮代办服务中心' });
    expect(notice.text).toContain('办理部门:寿光市行政审批服务局');
    expect(notice.text).toContain('由企业自办');
    expect(await last()).toMatchObject({ type: 'case.noticeIssued', data: { number: notice.number, version: 1 } });
    expect((await app.run(listNotices, { caseId: active.id }, active.unit)).items).toMatchObject([{ id: notice.id }]);
  });

  it('has a second version only with a reason and by the manager', async () => {
    const caseId = active.id;
    await expect(app.run(issueNotice, { caseId }, guide)).rejects.toMatchObject({ code: 'notice_needs_reason' });
    const input = { caseId, reason: '规划条件调整' };
    await expect(app.run(issueNotice, input, guide)).rejects.toMatchObject({ code: 'notice_needs_manager' });
    expect(await app.run(issueNotice, input, anAgent('manager'))).toMatchObject({
      noticeVersion: 2,
      reason: '规划条件调整',
    });
    expect((await app.run(listNotices, { caseId }, active.unit)).items).toHaveLength(2);
  });
});
