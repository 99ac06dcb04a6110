import { caseEvents } from '#libs/contracts/facts.js';
import { getWorkbench, listCases, listNotes, settleCallBack, writeNote } from '#libs/contracts/projects.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { aProject, aReviewer, anActiveCase, anAgent } from './factories.js';
import type { Applied } from './factories.js';

const helper = anAgent('helper');

describe('notes on a case', () => {
  let app: Operations;
  let active: Applied;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    active = await anActiveCase(app);
  });
  afterAll(() => app.stop());

  const note = (text: string, visibility: 'internal' | 'unit' = 'internal') => ({
    caseId: active.id,
    text,
    visibility,
  });
  const texts = async (as: Principal) =>
    (await app.run(listNotes, { caseId: active.id }, as)).items.map(({ text }) => text);
  const told = async () => (await app.published(caseEvents)).filter(({ type }) => type === 'case.noteWritten');

  it('are refused to who only reads, to strangers, and to a unit that would hide something', async () => {
    const input = note('电话沟通');
    await expect(app.run(writeNote, input, anAgent('inspector'))).rejects.toMatchObject({ code: 'forbidden' });
    const { unit: other } = await aProject(app);
    await expect(app.run(writeNote, note('询问', 'unit'), other)).rejects.toMatchObject({ code: 'case_not_found' });
    await expect(app.run(listNotes, { caseId: active.id }, other)).rejects.toMatchObject({ code: 'case_not_found' });
    await expect(app.run(writeNote, input, active.unit)).rejects.toMatchObject({ code: 'note_visible_to_unit' });
  });

  it('stay among agents when internal, text, count and call-back, and are told to nobody (features 131, 132)', async () => {
    await app.run(writeNote, { ...note('单位资金紧张'), callBackOn: '2026-11-23' }, helper);
    expect(await texts(helper)).toEqual(['单位资金紧张']);
    expect(await texts(active.unit)).toEqual([]);
    expect(await texts(aReviewer('SG-SPJ'))).toEqual([]);
    expect(await told()).toEqual([]);
    const waiting = (as: Principal) => app.run(listCases, { waiting: 'call_back' }, as);
    expect([(await waiting(helper)).total, (await waiting(active.unit)).total]).toEqual([1, 0]);
    expect((await app.run(getWorkbench, {}, active.unit)).counters.callBacksDue).toBe(0);
  });

  it('make a thread that never shows the unit more than what it answers', async () => {
    const [internal] = (await app.run(listNotes, { caseId: active.id }, helper)).items;
    const reply = { ...note('请告知', 'unit'), replyToId: internal?.id ?? '' };
    await expect(app.run(writeNote, reply, active.unit)).rejects.toMatchObject({ code: 'note_not_found' });
    await expect(app.run(writeNote, reply, helper)).rejects.toMatchObject({ code: 'reply_more_visible' });
    const open = await app.run(writeNote, note('请周五前寄出原件', 'unit'), helper);
    const answer = await app.run(writeNote, { ...note('已寄出', 'unit'), replyToId: open.id }, active.unit);
    expect(answer).toMatchObject({ by: 'unit', replyToId: open.id, authorName: active.unit.name, calledBack: null });
    expect((await texts(active.unit)).toSorted()).toEqual(['已寄出', '请周五前寄出原件'].toSorted());
    expect((await told()).map(({ data }) => data)).toEqual([
      { caseId: active.id, noteId: open.id, text: '请周五前寄出原件' },
      { caseId: active.id, noteId: answer.id, text: '已寄出' },
    ]);
  });

  it('call back on a day that has not passed, until somebody has done so', async () => {
    const past = { ...note('回访'), callBackOn: '2026-11-22' };
    await expect(app.run(writeNote, past, helper)).rejects.toMatchObject({ code: 'call_back_past' });
    const { id: noteId } = await app.run(writeNote, { ...past, callBackOn: '2026-11-25' }, helper);
    const settled = { caseId: active.id, noteId };
    await expect(app.run(settleCallBack, settled, active.unit)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(settleCallBack, { ...settled, noteId: active.id }, helper)).rejects.toMatchObject({
      code: 'note_not_found',
    });
    expect(await app.run(settleCallBack, settled, helper)).toMatchObject({
      version: 2,
      callBackOn: '2026-11-25',
      calledBack: { on: '2026-11-23', by: helper.name },
    });
    await expect(app.run(settleCallBack, settled, helper)).rejects.toMatchObject({ code: 'call_back_not_open' });
  });
});
