import { randomUUID } from 'node:crypto';
import { addDays } from '#libs/calendar/plain-day.js';
import { answerFacts, markItemNotNeeded } from '#libs/contracts/approvals/item-plans.js';
import {
  compareRoadmaps,
  drawRoadmap,
  freezeRoadmap,
  getLandToStart,
  getRoadmap,
  getRoadmapVersion,
  listRoadmapVersions,
  moveRoadmapDate,
  tryRoadmapMove,
} from '#libs/contracts/approvals/roadmaps.js';
import { getWorkCalendar } from '#libs/contracts/approvals/work-calendar.js';
import { Fail, sentence } from '#libs/contracts/errors.js';
import { roadmapEvents } from '#libs/contracts/facts.js';
import { forgetReference } from '#libs/reference/remembered.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import {
  aDecision,
  aFiling,
  aSpan,
  agentOf,
  anAppliedCase,
  assignGuide,
  assignPrincipal,
  transfer,
} from './sample-case.js';
import type { SampleCase } from './sample-case.js';

const START = '2026-11-23';
const week = (first: string, days: number): string[] => Array.from({ length: days }, (_, n) => addDays(first, n));
const FROZEN = '路线图已固化(第1版)。请写明调整理由,经审批流程指导员签认后形成新版本,原版本保留。';

describe('the roadmap of a case', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  const draw = ({ caseId, helper }: SampleCase, reason: string | null = null) =>
    app.run(drawRoadmap, { caseId, startOn: START, reason }, helper);
  const frozen = async () => {
    const one = await anAppliedCase(app);
    await draw(one);
    await app.run(freezeRoadmap, { caseId: one.caseId }, one.guide);
    return one;
  };
  const move = (one: SampleCase, itemCode: string, endsOn: string, reason: string | null = null) =>
    app.run(moveRoadmapDate, { caseId: one.caseId, itemCode, endsOn, reason }, one.guide);

  describe('of SP025, from 2026-11-23', () => {
    it('is drawn by guide or helper of the case only', async () => {
      const one = await anAppliedCase(app);
      const input = { caseId: one.caseId, startOn: START };
      await expect(app.run(drawRoadmap, input, one.unit)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(app.run(drawRoadmap, input, one.inspector)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(app.run(drawRoadmap, input, one.stranger)).rejects.toMatchObject({ code: 'case_not_found' });
      await expect(app.run(getRoadmap, { caseId: one.caseId }, one.unit)).rejects.toMatchObject({
        code: 'roadmap_not_found',
      });
    });

    it('has the 37 nodes of the table in both counts, on working days, the construction period between G01 and G02', async () => {
      const one = await anAppliedCase(app);
      await assignPrincipal(app, one, '王帮办');
      const { nodes, ...roadmap } = await draw(one);
      const node = (code: string) => nodes.find(({ itemCode }) => itemCode === code);
      expect(nodes).toHaveLength(37);
      expect(roadmap).toMatchObject({
        number: null,
        constructionMonths: 14,
        planVersion: 1,
        signedBy: null,
        drawnUpBy: '服务员乙',
      });
      expect(node('C04')).toMatchObject({ approval: { start: 15, end: 16 }, full: { start: 64, end: 65 } });
      expect(node('G01')).toMatchObject({
        approval: { end: 20 },
        full: { end: 65, startsOn: '2027-02-25', endsOn: '2027-02-25' },
      });
      expect(node('A12')).toMatchObject({
        full: { startsOn: START, endsOn: '2026-12-21' },
        mode: '协助办理',
        agentName: '王帮办',
      });
      expect(node('G02')?.full.endsOn).toBe('2028-04-25');
      expect(node('D01')?.full.startsOn).toBe('2028-05-08');
      expect(node('P03')).toMatchObject({
        responsible: expect.stringContaining('寿光') as string,
        handlingBody: 'SG-HBJ',
      });
      expect(node('Z12')).toMatchObject({ responsible: '中介服务机构(网上中介超市)' });
      expect(node('D10')).toMatchObject({ responsible: '项目单位', agentName: null });
      expect(nodes.filter(({ full }) => full.critical).map(({ itemCode }) => itemCode)).toEqual(
        expect.arrayContaining(['A05', 'Z13a', 'B01', 'Z13c', 'C05', 'C04', 'G01', 'G02', 'Z17', 'D01', 'D08']),
      );
    });

    it('says that it reaches beyond the published calendar', async () => {
      const one = await anAppliedCase(app);
      const roadmap = await draw(one);
      expect(roadmap.assumed).toBe(true);
      expect(roadmap.warnings).toEqual([
        '部分日期按推定的工作日历排定(国务院尚未公布该年度放假安排),公布后请重新核对。',
      ]);
    });
  });

  it('says whether a draft is open and what its reader may do', async () => {
    const one = await anAppliedCase(app);
    const open = async (who: SampleCase['helper']) => {
      const { draftOpen, actions } = await app.run(getRoadmap, { caseId: one.caseId }, who);
      return [draftOpen, ...actions];
    };
    const [drawing, moving, signing] = [drawRoadmap.name, moveRoadmapDate.name, freezeRoadmap.name];
    const drawn = await draw(one);
    expect([drawn.draftOpen, ...drawn.actions]).toEqual([true, drawing, moving]);
    expect(await open(one.guide)).toEqual([true, drawing, moving, signing]);
    for (const reader of [one.unit, one.inspector]) expect(await open(reader)).toEqual([true]);
    const { draftOpen, actions } = await app.run(freezeRoadmap, { caseId: one.caseId }, one.guide);
    expect([draftOpen, ...actions]).toEqual([false, drawing, moving]);
    expect(await open(one.helper)).toEqual([false]);
    await app.run(drawRoadmap, { caseId: one.caseId, startOn: START, reason: '方案调整' }, one.guide);
    expect(await open(one.helper)).toEqual([true, moving]);
  });

  it('shows the working days it is drawn on, what notices say of them, and where they are only assumed', async () => {
    const one = await anAppliedCase(app);
    const calendar = (from: string, to: string) => app.run(getWorkCalendar, { from, to }, one.unit);
    const spring = await calendar('2026-02-12', '2026-02-28');
    expect(spring.workdays).toEqual(['2026-02-12', '2026-02-13', '2026-02-14', ...week('2026-02-24', 4), '2026-02-28']);
    expect(spring.notes).toContainEqual({ on: '2026-02-17', note: '春节放假' });
    expect(spring.assumedFrom).toBeNull();
    expect((await calendar('2026-12-30', '2027-01-05')).assumedFrom).toBe('2027-01-04');
    expect((await calendar('2026-12-30', '9999-12-31')).workdays.length).toBeGreaterThan(1_000);
    expect((await calendar('2026-12-31', '2026-12-30')).workdays).toEqual([]);
  });

  it('has dates where only the published days were loaded, labelled as assumed', async () => {
    await app.source.query("DELETE FROM calendar_day WHERE source = 'assumed'");
    forgetReference(app.source.manager);
    const one = await anAppliedCase(app, { sampleId: 'SP029' });
    expect(await draw(one)).toMatchObject({ constructionMonths: 26, assumed: true });
    const [early] = (await app.run(getRoadmap, { caseId: one.caseId }, one.unit)).nodes;
    expect(early?.full.endsOn).toBe(START);
  });

  it.each(['SP006', 'SP013', 'SP022', 'SP029'])('of %s is drawn from its own set', async (sampleId) => {
    const one = await anAppliedCase(app, { sampleId });
    const { nodes } = await draw(one);
    expect(nodes.map(({ itemCode }) => itemCode)).toEqual(expect.arrayContaining(['C04', 'G01', 'G02', 'G03']));
  });

  it('asks for land evidence instead of passing it over', async () => {
    const one = await anAppliedCase(app, { sampleId: 'SP011' });
    await expect(draw(one)).rejects.toMatchObject({ code: 'roadmap_evidence_missing' });
    await app.run(answerFacts, { caseId: one.caseId, facts: { land: 'existing' } }, one.guide);
    const { nodes } = await draw(one);
    expect(nodes.map(({ itemCode }) => itemCode)).toContain('X0');
  });

  describe('is frozen', () => {
    it('by a guide of the case, not by its helper and not without a draft', async () => {
      const one = await anAppliedCase(app);
      await expect(app.run(freezeRoadmap, { caseId: one.caseId }, one.helper)).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(app.run(freezeRoadmap, { caseId: one.caseId }, one.guide)).rejects.toMatchObject({
        code: 'roadmap_no_draft',
      });
      await draw(one);
      const elsewhere = { ...agentOf(one.stranger.institutionId ?? '', 'guide'), institutionLevel: 'city' as const };
      const overseeing = { ...elsewhere, roles: ['guide' as const, 'manager' as const] };
      await expect(app.run(freezeRoadmap, { caseId: one.caseId }, overseeing)).rejects.toMatchObject({
        code: 'roadmap_agent_only',
      });
    });

    it('as version 1 and told to the others', async () => {
      const one = await anAppliedCase(app);
      await draw(one);
      const roadmap = await app.run(freezeRoadmap, { caseId: one.caseId }, one.guide);
      expect(roadmap).toMatchObject({ number: 1, signedBy: '指导员甲', reason: null });
      const fact = (await app.published(roadmapEvents)).find(({ subject }) => subject === one.caseId);
      expect(fact?.data).toMatchObject({ version: 1, startOn: START, endOn: roadmap.endOn, guideName: '指导员甲' });
    });

    it('by the assigned guide, told before the application, or one of the institution it was transferred to', async () => {
      const ids = { caseId: randomUUID(), institutionId: randomUUID() };
      const [assigned, receiving] = [
        agentOf(randomUUID(), 'guide', '市级指导员'),
        agentOf(ids.institutionId, 'guide', '县级指导员'),
      ];
      await assignGuide(app, ids.caseId, assigned);
      const one = await anAppliedCase(app, { caseId: ids.caseId });
      await draw(one);
      expect(await app.run(freezeRoadmap, { caseId: one.caseId }, assigned)).toMatchObject({ signedBy: '市级指导员' });
      await expect(app.run(getRoadmap, { caseId: one.caseId }, receiving)).rejects.toMatchObject({
        code: 'case_not_found',
      });
      await transfer(app, one, ids.institutionId);
      const moved = { caseId: one.caseId, itemCode: 'C05', endsOn: '2027-03-26', reason: '顺延' };
      expect(await app.run(moveRoadmapDate, moved, receiving)).toMatchObject({ number: 2, signedBy: '县级指导员' });
    });

    it('and then changed neither without a reason nor without the guide', async () => {
      const one = await frozen();
      const refusals = [
        draw(one),
        draw(one, '设计变更'),
        move(one, 'C05', '2027-03-26'),
        app.run(
          moveRoadmapDate,
          { caseId: one.caseId, itemCode: 'C05', endsOn: '2027-03-26', reason: '顺延' },
          one.helper,
        ),
      ].map((refused) => refused.catch((error: unknown) => error));
      for (const error of await Promise.all(refusals)) {
        if (!(error instanceof Fail)) throw new Error('was not refused');
        expect(sentence(error.code, error.params, 'zh')).toBe(FROZEN);
      }
    });

    it('with a reason becomes the next version, line by line comparable with the original', async () => {
      const one = await frozen();
      const moved = await move(one, 'C05', '2027-03-26', '招标公告顺延');
      expect(moved).toMatchObject({ number: 2, reason: '招标公告顺延', signedBy: '指导员甲' });
      const original = await app.run(getRoadmapVersion, { caseId: one.caseId, number: 1 }, one.unit);
      expect(original.nodes.find(({ itemCode }) => itemCode === 'C05')?.full.endsOn).toBe('2027-02-24');
      const { items } = await app.run(compareRoadmaps, { caseId: one.caseId, from: 1, to: 2 }, one.unit);
      const line = (code: string) => items.find(({ itemCode }) => itemCode === code);
      expect(line('C05')).toMatchObject({
        change: 'moved',
        fromEndsOn: '2027-02-24',
        toEndsOn: '2027-03-26',
        workdays: 22,
      });
      expect(line('C04')).toMatchObject({ change: 'moved', toEndsOn: '2027-03-29' });
      expect(line('B02')).toMatchObject({ change: 'same', workdays: 0 });
      const versions = await app.run(listRoadmapVersions, { caseId: one.caseId }, one.unit);
      expect(versions.items.map(({ number }) => number)).toEqual([2, 1]);
    });

    it('shows beside the plan in force the first one, what came true, and the days on which an item stood still', async () => {
      const one = await frozen();
      const node = async (code: string, day: string) => {
        const { nodes } = await app.run(getRoadmap, { caseId: one.caseId }, one.unit, {
          now: `${day}T09:00:00+08:00`,
        });
        return nodes.find(({ itemCode }) => itemCode === code);
      };
      expect(await node('C05', '2026-11-23')).toMatchObject({
        original: { endsOn: '2027-02-24' },
        suspensions: [],
        forecast: { actualFrom: null, actualOn: null, forecastOn: '2027-02-24', workdaysLate: 0 },
      });
      await move(one, 'C05', '2027-03-26', '招标公告顺延');
      expect(await node('C05', '2026-11-23')).toMatchObject({
        full: { endsOn: '2027-03-26' },
        original: { endsOn: '2027-02-24' },
      });
      const approvalId = await aFiling(app, one, 'A12', '2026-11-25T10:00:00+08:00');
      await aSpan(app, approvalId, { from: '2026-11-26', to: '2026-11-30' });
      await aSpan(app, approvalId, { from: '2026-12-03', to: null });
      expect(await node('A12', '2026-12-04')).toMatchObject({
        forecast: { actualFrom: '2026-11-25', actualOn: null, forecastFrom: '2026-11-25' },
        suspensions: [
          { kind: 'special_procedure', cause: '专家评审', works: null, from: '2026-11-26', to: '2026-11-30' },
          { from: '2026-12-03', to: null },
        ],
      });
      // Nothing that has not begun is expected to have begun before today.
      expect((await node('A01', '2026-12-04'))?.forecast).toMatchObject({
        actualFrom: null,
        forecastFrom: '2026-12-04',
        forecastOn: '2026-12-04',
      });
      const { items } = await app.run(compareRoadmaps, { caseId: one.caseId, from: 1, to: 2 }, one.unit);
      expect(items.find(({ itemCode }) => itemCode === 'C05')).toMatchObject({ fromCritical: true, toCritical: true });
    });

    it('is drawn anew from the revised plan, and compared', async () => {
      const one = await frozen();
      const evidence = { kind: 'region_assessment', reference: '寿水评〔2026〕3号' } as const;
      await app.run(
        markItemNotNeeded,
        { caseId: one.caseId, itemCode: 'P05', ground: '免办', evidence, reason: '已评估' },
        one.guide,
      );
      const draft = await app.run(drawRoadmap, { caseId: one.caseId, startOn: START, reason: '水保免办' }, one.guide);
      expect(draft).toMatchObject({ number: null, planVersion: 2 });
      expect((await app.run(getRoadmap, { caseId: one.caseId }, one.unit)).number).toBe(1);
      expect((await app.run(getRoadmap, { caseId: one.caseId, draft: 'true' }, one.guide)).number).toBeNull();
      expect(await app.run(freezeRoadmap, { caseId: one.caseId }, one.guide)).toMatchObject({
        number: 2,
        reason: '水保免办',
      });
      const { items } = await app.run(compareRoadmaps, { caseId: one.caseId, from: 1, to: 2 }, one.unit);
      expect(items.find(({ itemCode }) => itemCode === 'P05')).toMatchObject({ change: 'removed', toEndsOn: null });
    });
  });

  describe('is moved', () => {
    it('first on trial: which items move, and whether the target is missed', async () => {
      const one = await frozen();
      const trial = {
        caseId: one.caseId,
        itemCode: 'C05',
        endsOn: '2027-03-26',
        target: 'C04',
        targetOn: '2027-03-05',
      };
      const { moved, target } = await app.run(tryRoadmapMove, trial, one.helper);
      expect(moved.map(({ itemCode }) => itemCode)).toEqual(
        expect.arrayContaining(['C05', 'C04', 'G01', 'G02', 'D09']),
      );
      expect(moved.map(({ itemCode }) => itemCode)).not.toContain('B02');
      expect(target).toMatchObject({ by: '2027-03-05', endsOn: '2027-03-29', missed: true });
      expect((await app.run(getRoadmap, { caseId: one.caseId }, one.unit)).number).toBe(1);
    });

    it('never before what it waits for, naming the pair', async () => {
      const one = await anAppliedCase(app);
      await draw(one);
      const refused = await move(one, 'B02', '2026-12-28').catch((error: unknown) => error);
      if (!(refused instanceof Fail)) throw new Error('was not refused');
      expect(sentence(refused.code, refused.params, 'zh')).toBe(
        '“建设工程规划许可证核发”计划2026-12-28办结,早于其前置事项“建设用地规划许可证核发”的计划办结日2026-12-31,请调整日期。',
      );
      await expect(move(one, 'B02', '2026-11-20')).rejects.toMatchObject({ code: 'roadmap_before_start' });
      await expect(move(one, 'B02', '2027-01-09')).rejects.toMatchObject({ code: 'not_a_workday' });
      await expect(move(one, 'P10', '2027-01-08')).rejects.toMatchObject({ code: 'roadmap_item_unknown' });
      await expect(move(one, 'B02', '2060-01-08')).rejects.toMatchObject({ code: 'calendar_too_short' });
    });

    it('in a draft without ceremony, and keeps earlier moves', async () => {
      const one = await anAppliedCase(app);
      await draw(one);
      await move(one, 'C05', '2027-03-26');
      const { nodes, number } = await move(one, 'C01', '2027-03-10');
      expect(number).toBeNull();
      expect(
        nodes
          .filter(({ moved }) => moved)
          .map(({ itemCode }) => itemCode)
          .toSorted(),
      ).toEqual(['C01', 'C05']);
    });
  });

  it('shows beside the plan when things will end as they stand today', async () => {
    const one = await frozen();
    const { nodes, warnings } = await app.run(getRoadmap, { caseId: one.caseId }, one.unit, {
      now: '2026-12-07T09:00:00+08:00',
    });
    const forecast = (code: string) => nodes.find(({ itemCode }) => itemCode === code)?.forecast;
    expect(forecast('A01')).toMatchObject({ actualOn: null, forecastOn: '2026-12-07', workdaysLate: 10 });
    expect(forecast('A09')).toMatchObject({ forecastOn: '2027-01-06', workdaysLate: 5 });
    expect(warnings.at(-1)).toContain('预计晚于计划');
  });

  it('gives no time to what is decided, and shows its real day', async () => {
    const one = await anAppliedCase(app);
    await aDecision(app, one, 'A05', '2026-11-20');
    const { nodes } = await draw(one);
    const node = (code: string) => nodes.find(({ itemCode }) => itemCode === code);
    expect(node('A05')).toMatchObject({
      done: true,
      full: { start: 0, end: 0 },
      forecast: { actualOn: '2026-11-20', workdaysLate: -1 },
    });
    expect(node('A09')).toMatchObject({ full: { start: 0, end: 21 } });
  });

  it('has a T0 table while the land lies ahead, and none without a grant', async () => {
    const one = await frozen();
    const { contractDay, daysSaved, lines } = await app.run(getLandToStart, { caseId: one.caseId }, one.unit);
    expect({ contractDay, daysSaved }).toEqual({ contractDay: 26, daysSaved: 5 });
    expect(lines).toContainEqual(expect.objectContaining({ itemCode: 'C04', act: 'conversion', offset: 1 }));
    const allocated = await anAppliedCase(app, { sampleId: 'SP006' });
    await draw(allocated);
    const refused = app.run(getLandToStart, { caseId: allocated.caseId }, allocated.unit);
    await expect(refused).rejects.toMatchObject({ code: 'land_not_ahead' });
  });
});
