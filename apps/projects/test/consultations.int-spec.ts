import { caseEvents } from '#libs/contracts/facts.js';
import { answerConsultation, ask, listCases, listConsultations, terminateCase } from '#libs/contracts/projects.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { aProject, anActiveCase, anAgent } from './factories.js';
import type { Applied } from './factories.js';

const helper = anAgent('helper');

describe('asking my agent', () => {
  let app: Operations;
  let active: Applied;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    active = await anActiveCase(app);
  });
  afterAll(() => app.stop());

  const question = () => ({ caseId: active.id, question: '施工许可还缺什么?' });
  const list = (as = active.unit) => app.run(listConsultations, { caseId: active.id }, as);
  const waiting = async () => (await app.run(listCases, { waiting: 'answer' }, helper)).total;

  it('is for the unit of the case, and the answer for agents who see it', async () => {
    await expect(app.run(ask, question(), helper)).rejects.toMatchObject({ code: 'forbidden' });
    const { unit: other } = await aProject(app);
    await expect(app.run(ask, question(), other)).rejects.toMatchObject({ code: 'case_not_found' });
    const answer = { caseId: active.id, consultationId: active.id, text: '无' };
    await expect(app.run(answerConsultation, answer, anAgent('inspector'))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(app.run(answerConsultation, answer, helper)).rejects.toMatchObject({ code: 'consultation_not_found' });
  });

  it('is open until an agent speaks, and again when the unit goes on; each word is told (R78, R125)', async () => {
    const asked = await app.run(ask, question(), active.unit);
    expect(asked).toMatchObject({ state: 'open', askedBy: active.unit.name, answers: [] });
    expect([await waiting(), (await list()).waitingForAgent]).toEqual([1, 1]);
    const say = (text: string, as: typeof helper, now: string) =>
      app.run(answerConsultation, { caseId: active.id, consultationId: asked.id, text }, as, { now });
    expect(await say('还缺图审合格书', helper, '2026-11-23T10:00:00+08:00')).toMatchObject({
      version: 2,
      state: 'answered',
      answers: [{ by: 'agent', name: helper.name }],
    });
    expect(await list()).toMatchObject({ waitingForAgent: 0, waitingForUnit: 1 });
    await say('在哪里办?', active.unit, '2026-11-23T11:00:00+08:00');
    expect(await list(helper)).toMatchObject({
      waitingForAgent: 1,
      items: [{ state: 'open', answers: [{ text: '还缺图审合格书' }, { by: 'unit', text: '在哪里办?' }] }],
    });
    const told = (await app.published(caseEvents)).slice(-3);
    expect(told.map(({ type, data }) => [type, data])).toEqual([
      ['case.consulted', { ...question(), consultationId: asked.id }],
      ['case.consultationAnswered', { caseId: active.id, consultationId: asked.id, answer: '还缺图审合格书' }],
      ['case.consulted', { caseId: active.id, consultationId: asked.id, question: '在哪里办?' }],
    ]);
  });

  it('ends with the service, but what was asked in time is still answered', async () => {
    await app.run(terminateCase, { caseId: active.id, reason: '不再建设' }, active.unit);
    await expect(app.run(ask, question(), active.unit)).rejects.toMatchObject({ code: 'case_state' });
    const [asked] = (await list()).items;
    const answer = { caseId: active.id, consultationId: asked?.id ?? '', text: '到综合窗口办理' };
    expect(await app.run(answerConsultation, answer, helper)).toMatchObject({ state: 'answered' });
  });
});
