import { randomUUID } from 'node:crypto';
import {
  answerFacts,
  getItemPlan,
  getItemPlanVersion,
  listItemPlanVersions,
  markItemNeeded,
  markItemNotNeeded,
  reopenItemPlan,
  setItemLevel,
  setItemMode,
} from '#libs/contracts/approvals/item-plans.js';
import { sentence } from '#libs/contracts/errors.js';
import type { Fail } from '#libs/contracts/errors.js';
import { caseEvents, itemPlanEvents, projectEvents } from '#libs/contracts/facts.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { forgetReference } from '#libs/reference/remembered.js';
import type { Facts } from '#libs/reference/rows.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { aDecision, anAppliedCase } from './sample-case.js';
import type { SampleCase } from './sample-case.js';

const COUNTY = 'A01 A10 A11 B01 B02 B03 B07 C04 C06 D01 D06 D08 D09 D11 P05'.split(' ');
const NO_LEVEL = 'A05 A09 C01 C05 D10 G01 G02 G03 M01 M02 M03 M04 M06 Z03 Z04 Z12 Z13a Z13c Z14 Z17'.split(' ');

const wordsOf = async (refused: Promise<unknown>): Promise<string> => {
  const { code, params } = await refused.then(
    () => Promise.reject(new Error('was not refused')),
    (error: unknown) => error as Fail,
  );
  return sentence(code, params, 'zh');
};

describe('the item plan of a case', () => {
  let app: Operations;
  let sp025: SampleCase;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    sp025 = await anAppliedCase(app);
  });
  afterAll(() => app.stop());

  const planOf = ({ caseId, guide }: SampleCase) => app.run(getItemPlan, { caseId }, guide);
  const lineOf = async (one: SampleCase, code: string) =>
    (await planOf(one)).items.find(({ itemCode }) => itemCode === code);
  const madeFor = async ({ caseId }: SampleCase) =>
    (await app.published(itemPlanEvents)).filter(
      ({ type, subject }) => type === 'item-plan.made' && subject === caseId,
    );

  describe('of SP025, made with the application', () => {
    it('is shown to those in scope only', async () => {
      await expect(app.run(getItemPlan, { caseId: sp025.caseId }, PLATFORM)).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(app.run(getItemPlan, { caseId: sp025.caseId }, sp025.stranger)).rejects.toMatchObject({
        code: 'case_not_found',
      });
      expect((await app.run(getItemPlan, { caseId: sp025.caseId }, sp025.unit)).version).toBe(1);
    });

    it('needs 37 items with the levels of the table: 15 county, P03 city, A12 province, 20 without one', async () => {
      const { items } = await planOf(sp025);
      const needed = items.filter(({ need }) => need === 'needed');
      const at = (wanted: string) => needed.filter(({ level }) => level === wanted).map(({ itemCode }) => itemCode);
      expect(needed).toHaveLength(37);
      expect(at('county')).toEqual(COUNTY);
      expect(at('city')).toEqual(['P03']);
      expect(at('province')).toEqual(['A12']);
      expect(at('none')).toEqual(NO_LEVEL);
      expect(needed.filter(({ counted }) => counted).map(({ itemCode }) => itemCode)).toEqual(
        [...COUNTY, 'P03'].toSorted(),
      );
    });

    it('explains bodies, class, mode and step', async () => {
      expect(await lineOf(sp025, 'P03')).toMatchObject({
        levelStep: 'R119',
        legalBody: 'WF-HBJ',
        handlingBody: 'SG-HBJ',
        mode: '代办',
      });
      expect(await lineOf(sp025, 'A12')).toMatchObject({
        itemClass: 4,
        mode: '协助办理',
        legalBody: 'SD-ZRT',
        levelStep: 'R115',
      });
      expect(await lineOf(sp025, 'P05')).toMatchObject({ levelStep: 'R117', level: 'county' });
      expect(await lineOf(sp025, 'C02')).toMatchObject({
        need: 'not_needed',
        needReason: '不是特殊建设工程,消防备案在D06内',
        mode: '不办理',
      });
      const modes = ['A05', 'A09', 'C05', 'D10', 'C01', 'M01'].map(async (code) => (await lineOf(sp025, code))?.mode);
      expect(await Promise.all(modes)).toEqual(['跟踪', '交易节点', '交易节点', '单位自办', '协助办理', '代办']);
      expect((await planOf(sp025)).bodies).toMatchObject({ 'SG-HBJ': expect.stringContaining('寿光') as string });
    });

    it('is told to the others and widens the scope to its bodies', async () => {
      const [made] = await madeFor(sp025);
      expect(made?.data).toMatchObject({ caseId: sp025.caseId, version: 1, frozen: false });
      const reviewer = {
        ...PLATFORM,
        kind: 'department' as const,
        roles: ['reviewer' as const],
        departmentCode: 'SG-HBJ',
      };
      expect((await app.run(getItemPlan, { caseId: sp025.caseId }, reviewer)).version).toBe(1);
    });
  });

  it('keeps what is not entrusted as 由企业自办, needed all the same', async () => {
    const some = await anAppliedCase(app, { entrusted: ['B02', 'C04'] });
    expect(await lineOf(some, 'A10')).toMatchObject({
      need: 'needed',
      entrusted: false,
      mode: '单位自办',
      counted: true,
    });
    expect(await lineOf(some, 'B02')).toMatchObject({ entrusted: true, mode: '代办' });
    await app.fact(caseEvents, 'activated', {
      caseId: some.caseId,
      agreementId: randomUUID(),
      itemCodes: ['A10', 'B02'],
    });
    expect(await lineOf(some, 'A10')).toMatchObject({ entrusted: true, mode: '代办' });
    expect(await lineOf(some, 'C04')).toMatchObject({ entrusted: false, mode: '单位自办' });
  });

  it.each(['SP006', 'SP009', 'SP011', 'SP013', 'SP017', 'SP022', 'SP024', 'SP029'])(
    'is made for %s',
    async (sampleId) => {
      const one = await anAppliedCase(app, { sampleId });
      const { items } = await planOf(one);
      expect(items.filter(({ need }) => need === 'needed').length).toBeGreaterThan(20);
      expect(items.filter(({ need }) => need !== 'not_needed').every(({ levelReason }) => levelReason !== '')).toBe(
        true,
      );
    },
  );

  describe('is revised by', () => {
    it('nobody but guide and manager of the first institution', async () => {
      const { caseId, helper, inspector, unit } = sp025;
      const answer = { caseId, facts: { forest: true } };
      await expect(app.run(answerFacts, answer, helper)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(app.run(answerFacts, answer, inspector)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(app.run(answerFacts, answer, unit)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(app.run(answerFacts, answer, sp025.stranger)).rejects.toMatchObject({ code: 'case_not_found' });
      const elsewhere = { ...sp025.stranger, roles: ['manager' as const], institutionLevel: 'city' as const };
      await expect(app.run(answerFacts, answer, elsewhere)).rejects.toMatchObject({
        code: 'plan_of_first_institution',
      });
    });

    it('an answer: only one that says something', async () => {
      const { caseId, guide } = sp025;
      const slips: Facts[] = [{ forrest: true }, { eia_class: 'huge' }, { annual_energy_tce: '620' }];
      const refusals = slips.map((facts) => wordsOf(app.run(answerFacts, { caseId, facts }, guide)));
      expect(await Promise.all(refusals)).toEqual([
        '没有名为forrest的项目情况,请核对名称。',
        '“按环评名录属于哪一类(报告书、报告表、登记表、不纳入)?”请从以下答案中选择:report_book、report_form、registration、exempt。',
        '“年综合能耗(吨标准煤)”请从以下答案中选择:数字。',
      ]);
    });

    it('an answer, which decides it anew as the next version', async () => {
      const one = await anAppliedCase(app);
      const plan = await app.run(answerFacts, { caseId: one.caseId, facts: { annual_energy_tce: 6000 } }, one.guide);
      expect(plan).toMatchObject({ version: 2, revisedBy: '指导员甲', answers: { annual_energy_tce: 6000 } });
      expect(plan.items.find(({ itemCode }) => itemCode === 'P01')).toMatchObject({
        need: 'needed',
        level: 'province',
        itemClass: 4,
      });
      expect((await madeFor(one)).map(({ data }) => data)).toMatchObject([{ version: 1 }, { version: 2 }]);
      const { items } = await app.run(listItemPlanVersions, { caseId: one.caseId }, one.unit);
      expect(items).toMatchObject([
        { version: 2, reason: '补充登记项目情况', needed: 39 },
        { version: 1, reason: '项目单位申请帮代办服务', needed: 37 },
      ]);
      const first = await app.run(getItemPlanVersion, { caseId: one.caseId, version: 1 }, one.unit);
      expect(first.items.find(({ itemCode }) => itemCode === 'P01')?.need).toBe('not_needed');
    });

    it('a hand, where the rules leave the level open', async () => {
      const one = await anAppliedCase(app);
      const { caseId, guide } = one;
      await app.run(answerFacts, { caseId, facts: { flood_area: true } }, guide);
      expect(await lineOf(one, 'P07')).toMatchObject({ level: 'unknown', levelStep: 'R120', mode: '待确认' });
      const byHand = { caseId, level: 'city', reason: '河段由市级管理' } as const;
      const refused = app.run(setItemLevel, { ...byHand, itemCode: 'B02' }, guide);
      await expect(refused).rejects.toMatchObject({ code: 'level_settled' });
      const unknown = app.run(setItemLevel, { ...byHand, itemCode: 'P07', body: 'WF-NONE' }, guide);
      await expect(unknown).rejects.toMatchObject({ code: 'department_unknown' });
      await app.run(setItemLevel, { ...byHand, itemCode: 'P07' }, guide);
      expect(await lineOf(one, 'P07')).toMatchObject({
        level: 'city',
        levelStep: 'manual',
        mode: '代办',
        counted: true,
      });
    });

    it('whoever its actions say, with the facts it asks for', async () => {
      const one = await anAppliedCase(app);
      const { caseId, guide, helper, inspector } = one;
      await app.run(answerFacts, { caseId, facts: { flood_area: true } }, guide);
      const plan = await planOf(one);
      expect(plan.actions).toEqual(['approvals.answer-facts']);
      expect(plan.asks).toContainEqual({
        fact: 'river_class',
        question: '涉及河道的管理级别',
        choices: expect.arrayContaining([{ value: 'county', label: '县级' }]) as unknown,
      });
      const of = (code: string, { items } = plan) => items.find(({ itemCode }) => itemCode === code)?.actions;
      expect(of('P07')).toContain('approvals.set-item-level');
      expect(of('A01')).toEqual(['approvals.set-item-mode', 'approvals.mark-item-not-needed']);
      expect(of('A02')).toEqual(['approvals.mark-item-needed']);
      expect(of('G01')).toEqual([]);
      expect(of('A01', await app.run(getItemPlan, { caseId }, helper))).toEqual(['approvals.set-item-mode']);
      expect((await app.run(getItemPlan, { caseId }, inspector)).items.flatMap(({ actions }) => actions)).toEqual([]);
    });

    it('a mode, but never 代办 of an intermediary or the province, nor 告知承诺 where it is excluded', async () => {
      const one = await anAppliedCase(app, { project: { facts: { ...sp025.project.facts, special_fire: true } } });
      const { caseId, helper } = one;
      const set = (itemCode: string, mode: '代办' | '协助办理', notifyAndCommit = false) =>
        app.run(setItemMode, { caseId, itemCode, mode, notifyAndCommit, reason: '按实际情况' }, helper);
      expect(await wordsOf(set('Z12', '代办'))).toBe('“岩土工程勘察”属于中介服务事项,只能协助办理,不能代办。');
      expect(await wordsOf(set('A12', '代办'))).toContain('属于省级以上审批服务事项,只能协助办理,不能代办。');
      expect(await wordsOf(set('A05', '代办'))).toBe('“规划条件核提”为跟踪,不能改为其他服务方式。');
      expect(await wordsOf(set('D02', '代办', true))).toBe(
        '特殊建设工程消防验收直接涉及公共安全,不适用告知承诺,未经验收合格禁止投入使用。',
      );
      await expect(set('A11', '代办', true)).rejects.toMatchObject({ code: 'commitment_not_offered' });
      await set('M01', '协助办理');
      expect(await lineOf(one, 'M01')).toMatchObject({ mode: '协助办理', itemClass: 2 });
    });

    it('evidence that an item is exempt, and its withdrawal', async () => {
      const one = await anAppliedCase(app);
      const { caseId, guide } = one;
      const exempt = { caseId, itemCode: 'P05', ground: '免办', reason: '园区已评估' } as const;
      expect(await wordsOf(app.run(markItemNotNeeded, exempt, guide))).toBe(
        '“生产建设项目水土保持方案审批”标记为免办须有依据:区域评估成果编号或豁免清单条目,请补充后再提交。',
      );
      const milestone = app.run(markItemNotNeeded, { ...exempt, itemCode: 'G01' }, guide);
      await expect(milestone).rejects.toMatchObject({ code: 'milestone_always_needed' });
      const evidence = { kind: 'region_assessment', reference: '寿水评〔2026〕3号' } as const;
      await app.run(markItemNotNeeded, { ...exempt, evidence }, guide);
      expect(await lineOf(one, 'P05')).toMatchObject({
        need: 'not_needed',
        needSource: 'hand',
        needReason: '免办:园区已评估(依据:寿水评〔2026〕3号)',
        counted: false,
      });
      await app.run(markItemNeeded, { caseId, itemCode: 'P05', reason: '评估结果失效' }, guide);
      expect(await lineOf(one, 'P05')).toMatchObject({ need: 'needed', level: 'county', evidence: null });
      const again = app.run(markItemNeeded, { caseId, itemCode: 'P05', reason: '再次' }, guide);
      await expect(again).rejects.toMatchObject({ code: 'item_needed_already' });
    });

    it('the conclusions of the joint review', async () => {
      const one = await anAppliedCase(app);
      const conclusions = [{ itemCode: 'C11', need: 'needed' as const, reason: '污水须接入市政管网' }];
      await app.fact(caseEvents, 'reviewClosed', { caseId: one.caseId, reviewId: randomUUID(), conclusions });
      expect(await lineOf(one, 'C11')).toMatchObject({
        need: 'needed',
        needSource: 'review',
        needReason: '联合预审结论:污水须接入市政管网',
      });
    });

    it('a change of the project, the newest winning', async () => {
      const one = await anAppliedCase(app);
      const { projectId } = one.project;
      const forested = { ...one.project, facts: { ...one.project.facts, forest: true, forest_area_class: 'county' } };
      const later = { now: '2026-11-24T09:00:00+08:00' };
      await app.fact(projectEvents, 'changed', { projectId, project: forested, changed: ['facts'] }, later);
      await app.fact(
        projectEvents,
        'changed',
        { projectId, project: one.project, changed: ['facts'] },
        { now: '2026-11-23T12:00:00+08:00' },
      );
      expect(await lineOf(one, 'A13')).toMatchObject({ need: 'needed' });
    });
  });

  describe('frozen by the notice', () => {
    let one: SampleCase;
    const notice = (version: number) => ({
      caseId: one.caseId,
      noticeId: randomUUID(),
      number: `GZ2026-${version}`,
      version,
      issuedOn: '2026-11-24',
    });
    beforeAll(async () => {
      one = await anAppliedCase(app);
      await app.fact(caseEvents, 'noticeIssued', notice(1));
    });

    it('is told as frozen and refuses revisions, naming the notice', async () => {
      expect((await madeFor(one)).at(-1)?.data).toMatchObject({ version: 2, frozen: true });
      const refused = app.run(answerFacts, { caseId: one.caseId, facts: { forest: true } }, one.manager);
      await expect(refused).rejects.toMatchObject({ code: 'item_plan_frozen', params: { notice: 'GZ2026-1' } });
    });

    it('stays as it is when a competence row changes, until it is reopened for a new notice', async () => {
      await app.source.query(
        `INSERT INTO competence (id, item_code, row) SELECT gen_random_uuid(), 'C04', row || '{"itemCode": "C04", "unitIds": ["370783"],
           "condition": "", "level": "city", "legalBody": "WF-SPJ", "handlingBody": "WF-SPJ", "ruleKind": "fixed"}' FROM competence LIMIT 1`,
      );
      forgetReference(app.source.manager);
      await app.fact(caseEvents, 'entrustmentChanged', { caseId: one.caseId, itemCodes: ['C04'], version: 2 });
      expect(await lineOf(one, 'C04')).toMatchObject({ level: 'county', entrusted: true });
      await app.run(reopenItemPlan, { caseId: one.caseId, reason: '权限调整' }, one.manager);
      expect(await lineOf(one, 'C04')).toMatchObject({ level: 'city', levelStep: 'R115' });
      const again = app.run(reopenItemPlan, { caseId: one.caseId, reason: '再次' }, one.manager);
      await expect(again).rejects.toMatchObject({ code: 'item_plan_not_frozen' });
      await app.fact(caseEvents, 'noticeIssued', notice(2));
      expect((await planOf(one)).noticeNumber).toBe('GZ2026-2');
      await app.source.query(`DELETE FROM competence WHERE item_code = 'C04' AND row -> 'unitIds' = '["370783"]'`);
    });
  });

  it('answers a request to close with what is entrusted and not finished', async () => {
    const one = await anAppliedCase(app, { entrusted: ['A01', 'A05', 'G01'] });
    const { caseId } = one;
    const [requestId, again] = [randomUUID(), randomUUID()];
    await app.fact(caseEvents, 'closureRequested', { caseId, requestId });
    await aDecision(app, one, 'A01', '2026-11-23');
    await app.fact(caseEvents, 'closureRequested', { caseId, requestId: again });
    const answers = (await app.published(itemPlanEvents)).filter(({ type }) => type === 'item-plan.closureChecked');
    expect(answers.map(({ data }) => data)).toEqual([
      { caseId, requestId, openItems: [{ itemCode: 'A01', name: '企业投资项目备案' }] },
      { caseId, requestId: again, openItems: [] },
    ]);
  });
});
