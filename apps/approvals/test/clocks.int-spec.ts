import { randomUUID } from 'node:crypto';
import { listDuties } from '#libs/contracts/approvals/duties.js';
import { getApproval, listApprovals, submitApproval } from '#libs/contracts/approvals/filings.js';
import {
  acceptApproval,
  beginSpecialProcedure,
  decideApproval,
  endSpecialProcedure,
  extendApproval,
  requestCorrection,
} from '#libs/contracts/approvals/reviews.js';
import type { FactData } from '#libs/contracts/define.js';
import { approvalEvents, milestoneEvents } from '#libs/contracts/facts.js';
import { dayOf } from '#libs/messaging/context.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import {
  SPJ,
  ZRJ,
  accepted,
  advance,
  anActiveCase,
  at,
  checklistOf,
  completed,
  department,
  granted,
  refusal,
  submitted,
} from './filing-case.js';
import type { SampleCase } from './sample-case.js';

const MINISTRY = department('SD-ZRT');

type DeadlineNear = FactData<typeof approvalEvents, 'deadlineNear'>;

describe('the clocks of filings', () => {
  let app: Operations;
  beforeEach(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterEach(() => app.stop());

  const clocks = async (id: string, sample: SampleCase, day: string) => {
    const { statutory, promised } = await app.run(getApproval, { id }, sample.unit, at(day));
    return { statutory, promised };
  };
  const warnings = async () =>
    (await app.published(approvalEvents))
      .filter(({ type }) => type === 'approval.deadlineNear')
      .map(({ time, data }) => ({ ...(data as DeadlineNear), on: dayOf(new Date(time)) }));

  /** B02 of SP025, whose scheme and land are there. */
  async function planningPermit(sample: SampleCase, day: string) {
    for (const code of ['Z13a', 'A05'])
      await completed(app, sample, code, { day, confirmedBy: code === 'A05' ? ZRJ : undefined });
    return await accepted(app, sample, 'B02', { body: ZRJ, works: '1号楼', day });
  }

  it('count working days from the day after acceptance: 2026-11-23 + 20 = 2026-12-21', async () => {
    const sample = await anActiveCase(app);
    const { statutory, promised } = await accepted(app, sample, 'A12', { body: MINISTRY });
    expect(statutory).toMatchObject({ dueOn: '2026-12-21', remaining: 20, state: 'running', lightText: '正常' });
    expect(promised).toMatchObject({ dueOn: '2026-12-21', remaining: 20 });
  });

  it('know the make-up workdays: 2026-09-30 + 3 = Saturday 2026-10-10', async () => {
    const sample = await anActiveCase(app);
    expect(await planningPermit(sample, '2026-09-30')).toMatchObject({ promised: { dueOn: '2026-10-10' } });
  });

  it('move only the promised day for 批前公示, and both for 听证 (R75)', async () => {
    const sample = await anActiveCase(app);
    const { id, statutory, promised } = await planningPermit(sample, '2026-11-02');
    expect([statutory.dueOn, promised.dueOn]).toEqual(['2026-11-30', '2026-11-05']);
    const begin = (cause: string, day: string) =>
      app.run(beginSpecialProcedure, { id, cause, noticeWorkdays: 7, approver: '李建国' }, ZRJ, at(day));
    expect(await refusal(begin('领导出差', '2026-11-03'))).toEqual({
      code: 'cause_not_listed',
      zh: '“领导出差”不是该事项可以暂停计时的情形。可选:听证、批前公示。',
    });
    const stopped = await begin('批前公示', '2026-11-04');
    expect(stopped.promised).toMatchObject({ dueOn: null, state: 'stopped', lightText: '已暂停' });
    expect(stopped.statutory).toMatchObject({ dueOn: '2026-11-30', state: 'running' });
    const on = await app.run(endSpecialProcedure, { id }, ZRJ, at('2026-11-12'));
    expect([on.statutory.dueOn, on.promised.dueOn]).toEqual(['2026-11-30', '2026-11-16']);
    expect((await begin('听证', '2026-11-13')).statutory).toMatchObject({ dueOn: null, state: 'stopped' });
    const heard = await app.run(endSpecialProcedure, { id }, ZRJ, at('2026-11-19'));
    expect([heard.statutory.dueOn, heard.promised.dueOn]).toEqual(['2026-12-07', '2026-11-23']);
  });

  it('lengthen the statutory limit once, by ten working days at most, and leave the promise (行政许可法42)', async () => {
    const sample = await anActiveCase(app);
    const { id } = await accepted(app, sample, 'A12', { body: MINISTRY });
    const extend = (days: number) =>
      app.run(extendApproval, { id, days, reason: '案情复杂', approver: '李建国' }, MINISTRY);
    expect(await refusal(extend(11))).toMatchObject({ code: 'extension_too_long' });
    const longer = await extend(10);
    expect([longer.statutory.dueOn, longer.promised.dueOn]).toEqual(['2027-01-05', '2026-12-21']);
    expect(await refusal(extend(1))).toEqual({ code: 'already_extended', zh: '该办件已延长过一次,不能再次延长。' });
  });

  it('warn once a step and clock, each on its own day, however far time jumps; a decided filing warns no more (R104)', async () => {
    const sample = await anActiveCase(app);
    const { id } = await planningPermit(sample, '2026-11-02');
    await advance(app, '2026-11-06');
    await advance(app, '2026-11-06');
    expect(await warnings()).toEqual([
      expect.objectContaining({
        approvalId: id,
        clock: 'promised',
        light: 'yellow',
        on: '2026-11-03',
        workdaysLeft: 2,
      }),
      expect.objectContaining({ clock: 'promised', light: 'orange', on: '2026-11-05', workdaysLeft: 0 }),
      expect.objectContaining({ clock: 'promised', light: 'red', on: '2026-11-06' }),
    ]);
    expect(await clocks(id, sample, '2026-11-06')).toMatchObject({
      promised: { light: 'red', lightText: '超期', remaining: -1 },
    });
    const red = await app.run(listApprovals, { light: 'red' }, ZRJ, at('2026-11-06'));
    expect(red.items.map((one) => one.id)).toEqual([id]);
    await app.run(
      decideApproval,
      { id, result: 'refused', decidedOn: '2026-11-06', reason: '与规划条件不符' },
      ZRJ,
      at('2026-11-06'),
    );
    await advance(app, '2026-12-20');
    expect(await warnings()).toHaveLength(3);
    expect(await clocks(id, sample, '2026-12-20')).toMatchObject({
      promised: { state: 'ended', light: 'red' },
      statutory: { state: 'ended', light: 'normal' },
    });
  });

  it('give no warning while they stand still; the other clock of the filing still does (R104)', async () => {
    const sample = await anActiveCase(app);
    const { id } = await planningPermit(sample, '2026-11-02');
    await app.run(
      beginSpecialProcedure,
      { id, cause: '批前公示', noticeWorkdays: 30, approver: '李建国' },
      ZRJ,
      at('2026-11-03'),
    );
    await advance(app, '2026-12-01');
    expect((await warnings()).map(({ clock, light, on }) => [clock, light, on])).toEqual([
      ['statutory', 'yellow', '2026-11-26'],
      ['statutory', 'orange', '2026-11-30'],
      ['statutory', 'red', '2026-12-01'],
    ]);
  });

  it('remind of corrections, and of deferred materials the day before and when they are overdue (R72)', async () => {
    const sample = await anActiveCase(app);
    const { caseId, unit } = sample;
    const correcting = await submitted(app, sample, 'A01');
    const asked = { id: correcting.id, materialCodes: ['A01-M01'], dueOn: '2026-11-30', opinion: '未盖章' };
    await app.run(requestCorrection, asked, SPJ);
    const materials = (await checklistOf(app, sample, 'A10')).filter(
      ({ gap, origin }) => gap !== null && origin.kind !== 'from_item',
    );
    const given = materials
      .filter(({ code }) => code !== 'A10-M04')
      .map(({ code }) => ({ materialCode: code, documentId: randomUUID() }));
    const promises = [{ materialCode: 'A10-M04', signedOn: '2026-11-23', documentId: randomUUID(), withinWorkdays: 5 }];
    const filing = { caseId, itemCode: 'A10', handlingMode: '代跑腿', materials: given, promises } as const;
    const { id } = await app.run(submitApproval, filing, unit);
    await app.run(acceptApproval, { id }, ZRJ);
    await advance(app, '2026-12-01');
    const told = (await warnings()).filter(({ clock }) => clock === 'correction' || clock === 'deferral');
    expect(told.map(({ clock, light, on }) => [clock, light, on])).toEqual(
      expect.arrayContaining([
        ['deferral', 'yellow', '2026-11-27'],
        ['deferral', 'red', '2026-12-01'],
        ['correction', 'yellow', '2026-11-27'],
        ['correction', 'orange', '2026-11-30'],
      ]),
    );
  });

  it('keep the duties of the unit and the validity of results apart from any department’s delay (R135)', async () => {
    const sample = await anActiveCase(app);
    const { caseId, unit } = sample;
    await granted(app, sample, 'A01', { body: SPJ });
    await completed(app, sample, 'A05', { confirmedBy: ZRJ });
    const grant = {
      winner: 'unit',
      startBy: '2027-03-01',
      finishBy: '2028-04-30',
      documentNumber: '出让2026-1',
    } as const;
    await completed(app, sample, 'A09', { ...grant, confirmedBy: ZRJ });
    const { items } = await app.run(listDuties, { caseId }, unit);
    expect(items).toMatchObject([
      { what: '按出让合同约定开工', dueOn: '2027-03-01', doneOn: null, light: 'normal' },
      { what: '按出让合同约定竣工', dueOn: '2028-04-30' },
    ]);
    await advance(app, '2027-02-22');
    expect((await warnings()).filter(({ clock }) => clock === 'unit_duty')).toMatchObject([
      { light: 'yellow', dueOn: '2027-03-01', on: '2027-02-22' },
    ]);
    const reached = { caseId, code: 'G01' as const, name: '开工', on: '2027-02-24', openDuties: [] };
    await app.fact(milestoneEvents, 'reached', reached, at('2027-02-24'));
    await advance(app, '2027-03-02');
    expect((await warnings()).filter(({ clock }) => clock === 'unit_duty')).toHaveLength(1);
    await app.fact(
      milestoneEvents,
      'reached',
      { ...reached, code: 'G02' as const, name: '完工', on: '2028-04-20' },
      at('2028-04-20'),
    );
    const after = await app.run(listDuties, { caseId }, unit, at('2028-04-20'));
    expect(after.items.filter(({ doneOn }) => doneOn === null)).toMatchObject([
      { itemCode: 'D06', dueOn: '2028-05-05' },
      { itemCode: 'D10', dueOn: '2028-07-20' },
    ]);
  });
});
