import { randomUUID } from 'node:crypto';
import { getApproval, listApprovals } from '#libs/contracts/approvals/filings.js';
import { listPreApprovalQueue } from '#libs/contracts/approvals/pre-approval-queue.js';
import { applyForPreApproval, issuePreApproval } from '#libs/contracts/approvals/pre-approvals.js';
import { givePreReviewOpinion, listPreReviewQueue, requestPreReview } from '#libs/contracts/approvals/records.js';
import {
  beginSpecialProcedure,
  decideApproval,
  endSpecialProcedure,
  requestCorrection,
} from '#libs/contracts/approvals/reviews.js';
import type { RawInput } from '#libs/contracts/define.js';
import type { Principal } from '#libs/identity/principal.js';
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
import type { SampleCase } from './sample-case.js';

const MINISTRY = department('SD-ZRT');
/** A body of another county. */
const FOREIGN = department('ZC-ZRJ');

describe('the queues', () => {
  let app: Operations;
  beforeEach(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterEach(() => app.stop());

  const list = (by: Principal, filter: RawInput<typeof listApprovals> = {}, day = '2026-11-23') =>
    app.run(listApprovals, filter, by, at(day));
  const codes = async (by: Principal, filter: RawInput<typeof listApprovals> = {}, day = '2026-11-23') =>
    (await list(by, filter, day)).items.map(({ itemCode }) => itemCode);

  /** B02 of SP025, whose scheme and land are there, accepted on a day. */
  async function planningPermit(sample: SampleCase, day: string) {
    for (const code of ['Z13a', 'A05'])
      await completed(app, sample, code, { day, confirmedBy: code === 'A05' ? ZRJ : undefined });
    return await accepted(app, sample, 'B02', { body: ZRJ, works: '1号楼', day });
  }

  describe('of filings', () => {
    it('hold of a department what is its own; of a case everything to whoever may see it', async () => {
      const sample = await anActiveCase(app);
      await submitted(app, sample, 'A01');
      await accepted(app, sample, 'A12', { body: MINISTRY });
      expect(await codes(SPJ)).toEqual(['A01']);
      expect(await codes(MINISTRY)).toEqual(['A12']);
      expect(await codes(SPJ, { departmentCode: 'SD-ZRT' })).toEqual([]);
      expect(await codes(SPJ, { caseId: sample.caseId })).toHaveLength(2);
      expect(await codes(sample.unit)).toHaveLength(2);
      for (const reader of [FOREIGN, sample.stranger, { ...sample.unit, unitId: randomUUID() }]) {
        expect((await list(reader)).total).toBe(0);
        expect((await list(reader, { caseId: sample.caseId })).total).toBe(0);
      }
    });

    it('are narrowed by state, stage, day, light and words, and sorted by the day they are due', async () => {
      const sample = await anActiveCase(app);
      const day = '2026-11-02';
      await planningPermit(sample, day);
      await accepted(app, sample, 'A12', { body: MINISTRY, day });
      await submitted(app, sample, 'A01', { day });
      const { guide } = sample;
      const state: ('accepted' | 'in_review')[] = ['accepted', 'in_review'];
      expect(await codes(guide, { state, sort: 'dueOn' }, day)).toEqual(['B02', 'A12']);
      expect(await codes(guide, { state, sort: '-dueOn' }, day)).toEqual(['A12', 'B02']);
      expect(await codes(guide, { state: 'submitted' }, day)).toEqual(['A01']);
      expect(await codes(guide, { stage: '工程建设许可', itemCode: 'B02' }, day)).toEqual(['B02']);
      expect(await codes(guide, { stage: '竣工验收' }, day)).toEqual([]);
      expect(await codes(guide, { dueBefore: '2026-11-06' }, day)).toEqual(['B02']);
      expect(await codes(guide, { dueBefore: '2026-11-05' }, day)).toEqual([]);
      for (const [light, on] of [
        ['normal', '2026-11-02'],
        ['yellow', '2026-11-03'],
        ['orange', '2026-11-05'],
        ['red', '2026-11-06'],
      ] as const) {
        const { items } = await list(guide, { light, itemCode: 'B02' }, on);
        expect(items).toMatchObject([{ light, dueOn: '2026-11-05' }]);
      }
      expect(await codes(guide, { q: '备案' }, day)).toEqual(['A01']);
      expect(await codes(guide, { q: sample.project.unitName, state: 'submitted' }, day)).toEqual(['A01']);
      expect(await codes(guide, { q: '100%' }, day)).toEqual([]);
    });

    it('say of each row whose it is, by when, and what the reader may do', async () => {
      const sample = await anActiveCase(app);
      await submitted(app, sample, 'A01');
      const [row] = (await list(SPJ)).items;
      expect(row).toMatchObject({
        caseNumber: 'BDB-SP025',
        projectName: sample.project.name,
        stage: '立项用地规划许可',
        departmentName: expect.stringContaining('审批') as string,
        dueOn: null,
        light: 'none',
        lightText: '无时限',
        paused: null,
        spans: [],
      });
      expect(row?.actions).toEqual(expect.arrayContaining(['accept', 'request_correction']));
      expect((await list(sample.unit)).items[0]?.actions).toEqual(['cancel']);
      expect((await list(sample.helper)).items[0]?.actions).toContain('cancel');
      expect((await list(sample.guide)).items[0]?.actions).not.toContain('cancel');
      expect((await list(sample.inspector)).items[0]?.actions).toEqual([]);
    });

    it('tell why a filing stands still, and every stretch that stopped it', async () => {
      const sample = await anActiveCase(app);
      const { id } = await planningPermit(sample, '2026-11-02');
      const procedure = { id, cause: '听证', noticeWorkdays: 5, approver: '李建国' };
      await app.run(beginSpecialProcedure, procedure, ZRJ, at('2026-11-04'));
      const [stopped] = (await list(ZRJ, { light: 'stopped' }, '2026-11-04')).items;
      expect(stopped).toMatchObject({
        dueOn: null,
        lightText: '已暂停',
        paused: { text: '已暂停:听证', since: '2026-11-04', dueOn: null },
        statutory: { state: 'stopped' },
        promised: { state: 'stopped' },
      });
      await app.run(endSpecialProcedure, { id }, ZRJ, at('2026-11-12'));
      const shown = await app.run(getApproval, { id }, sample.unit, at('2026-11-12'));
      expect(shown).toMatchObject({
        paused: null,
        projectName: sample.project.name,
        spans: [{ kind: 'special_procedure', cause: '听证', from: '2026-11-04', to: '2026-11-12' }],
      });
      const { id: early } = await submitted(app, sample, 'A01');
      const correction = { id: early, materialCodes: ['A01-M01'], dueOn: '2026-11-30', opinion: '营业执照不清晰' };
      await app.run(requestCorrection, correction, SPJ);
      expect((await list(sample.unit, { state: 'correcting' })).items).toMatchObject([
        {
          paused: { text: '已暂停:补正', since: '2026-11-23', dueOn: '2026-11-30' },
          spans: [{ cause: '营业执照不清晰' }],
        },
      ]);
    });

    it('have no light once they are decided', async () => {
      const sample = await anActiveCase(app);
      const { id } = await planningPermit(sample, '2026-11-02');
      const decision = { id, result: 'refused', decidedOn: '2026-11-06', reason: '与规划条件不符' } as const;
      await app.run(decideApproval, decision, ZRJ, at('2026-11-06'));
      expect((await list(ZRJ, { itemCode: 'B02', light: 'none' }, '2026-12-01')).items).toMatchObject([
        { light: 'none', dueOn: null, promised: { state: 'ended', light: 'red' } },
      ]);
    });
  });

  it('of pre-approvals hold a department’s own, across cases, with the day of the conversion', async () => {
    const [one, other] = [await anActiveCase(app), await anActiveCase(app)];
    for (const sample of [one, other]) await granted(app, sample, 'A01', { body: SPJ });
    const application = (sample: SampleCase) => ({
      caseId: sample.caseId,
      itemCode: 'A10',
      reviewed: [
        {
          kind: 'necessary_condition' as const,
          name: '规划条件',
          passedOn: '2026-11-20',
          by: '寿光市自然资源和规划局',
          evidence: '通知书',
        },
      ],
      missing: [{ itemCode: 'A09', controllable: true, owner: '项目单位', evidence: '出让合同' }],
    });
    const { id } = await app.run(applyForPreApproval, application(one), one.unit);
    await app.run(applyForPreApproval, application(other), other.unit);
    const queue = (by: Principal, filter: RawInput<typeof listPreApprovalQueue> = {}) =>
      app.run(listPreApprovalQueue, filter, by);
    for (const reader of [SPJ, FOREIGN, one.stranger]) expect((await queue(reader)).total).toBe(0);
    expect((await queue(one.unit)).items).toMatchObject([
      { id, caseNumber: 'BDB-SP025', projectName: one.project.name, dueOn: null, light: 'none' },
    ]);
    await app.run(issuePreApproval, { id, documentNumber: '预地字第1号', issuedOn: '2026-11-23' }, ZRJ);
    const mine = await queue(ZRJ, { state: ['applied', 'issued'] });
    expect(mine.total).toBe(2);
    expect(mine.items[0]).toMatchObject({ departmentName: expect.stringContaining('自然资源') as string });
    expect((await queue(ZRJ, { state: 'issued', q: '预地字' })).items).toMatchObject([{ id }]);
    expect((await queue(ZRJ, { departmentCode: 'SG-SPJ' })).total).toBe(0);
    expect((await queue(ZRJ, { itemCode: 'C04' })).total).toBe(0);
    const [waiting] = (await queue(ZRJ, { state: 'applied' })).items;
    expect(waiting?.actions).toEqual(expect.arrayContaining(['issue', 'return', 'refuse']));
  });

  it('of pre-reviews hold a department’s own, and what it may answer', async () => {
    const sample = await anActiveCase(app);
    const asked = { caseId: sample.caseId, itemCode: 'A01', documentIds: [randomUUID()] };
    const { id } = await app.run(requestPreReview, asked, sample.helper);
    const queue = (by: Principal, filter: RawInput<typeof listPreReviewQueue> = {}) =>
      app.run(listPreReviewQueue, filter, by);
    for (const reader of [ZRJ, FOREIGN, sample.stranger]) expect((await queue(reader)).total).toBe(0);
    expect((await queue(SPJ, { state: 'open' })).items).toMatchObject([
      { id, caseNumber: 'BDB-SP025', actions: ['approvals.give-pre-review-opinion'] },
    ]);
    expect((await queue(sample.helper, { q: sample.project.name })).items).toMatchObject([{ id, actions: [] }]);
    expect(await refusal(app.run(givePreReviewOpinion, { id, opinion: '齐全' }, sample.helper))).toMatchObject({
      code: 'agents_cannot_decide',
    });
    await app.run(givePreReviewOpinion, { id, opinion: '齐全' }, SPJ);
    expect((await queue(SPJ, { state: 'open' })).total).toBe(0);
    expect((await queue(SPJ, { state: 'answered', departmentCode: 'SG-SPJ' })).items).toMatchObject([{ actions: [] }]);
  });
});
