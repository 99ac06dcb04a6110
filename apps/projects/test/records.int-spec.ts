import { caseEvents, itemPlanEvents } from '#libs/contracts/facts.js';
import {
  getDocument,
  lendOriginal,
  listDocuments,
  listVisits,
  readLedger,
  recordTrip,
  recordVisit,
  registerDocument,
  returnOriginal,
  writeLedgerLine,
} from '#libs/contracts/projects.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { CITY, aReviewer, aProject, anActiveCase, anAgent, transferToCity } from './factories.js';
import type { Applied } from './factories.js';

const helper = anAgent('helper');

describe('what is recorded of a case', () => {
  let app: Operations;
  let active: Applied;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    active = await anActiveCase(app);
  });
  afterAll(() => app.stop());

  const last = async () => (await app.published(caseEvents)).at(-1);
  const visit = () => ({
    caseId: active.id,
    visitedAt: '2026-11-23T08:30:00+08:00',
    place: '项目工地',
    metWith: '项目单位工作人员',
    result: '指导填报申请表',
  });

  it('counts visits by agents and by approvers, and trips of the unit, never by hand (R11, R73)', async () => {
    await expect(app.run(recordVisit, visit(), active.unit)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(recordVisit, visit(), anAgent('inspector'))).rejects.toMatchObject({ code: 'forbidden' });
    await app.run(recordVisit, visit(), helper);
    await app.run(recordVisit, { ...visit(), visitedAt: '2026-11-23T08:45:00+08:00' }, aReviewer('SG-SPJ'));
    expect(await last()).toMatchObject({ type: 'case.visitRecorded', data: { by: 'approver', on: '2026-11-23' } });
    await app.run(recordTrip, { caseId: active.id, on: '2026-11-20', reason: '补交原件' }, active.unit);
    expect(await app.run(listVisits, { caseId: active.id }, active.unit)).toMatchObject({
      visitCount: 2,
      tripCount: 1,
      visits: [{ by: 'agent', visitorName: helper.name }, { by: 'approver' }],
    });
  });

  it('asks for the helmet on a building site and refuses days to come', async () => {
    const onSite = { ...visit(), onSite: true };
    await expect(app.run(recordVisit, onSite, helper)).rejects.toMatchObject({ code: 'helmet_missing' });
    expect(await app.run(recordVisit, { ...onSite, helmetWorn: true }, helper)).toMatchObject({ onSite: true });
    await expect(
      app.run(recordVisit, { ...visit(), visitedAt: '2026-11-24T08:30:00+08:00' }, helper),
    ).rejects.toMatchObject({ code: 'day_in_future' });
  });

  it('keeps files by their hash, once a case, for those who may see the case', async () => {
    const file = {
      caseId: active.id,
      fileId: CITY,
      sha256: 'a'.repeat(64),
      name: '图审合格书.pdf',
      size: 2048,
      type: 'application/pdf',
      kind: 'material' as const,
      itemCode: 'C04',
    };
    const { unit: other } = await aProject(app);
    await expect(app.run(registerDocument, file, other)).rejects.toMatchObject({ code: 'case_not_found' });
    const document = await app.run(registerDocument, file, active.unit);
    await expect(app.run(registerDocument, file, helper)).rejects.toMatchObject({ code: 'document_registered' });
    expect((await app.run(listDocuments, { caseId: active.id, itemCode: 'C04' }, helper)).items).toEqual([document]);
    expect(await app.run(getDocument, { documentId: document.id }, helper)).toEqual(document);
    await expect(app.run(getDocument, { documentId: document.id }, other)).rejects.toMatchObject({
      code: 'case_not_found',
    });
  });

  it('follows a lent original until it is back (R134)', async () => {
    const lent = { caseId: active.id, what: '出让合同', receipt: '收条31', lentOn: '2026-11-20' };
    const original = await app.run(lendOriginal, lent, helper);
    expect(original).toMatchObject({ receiver: helper.name, returnedOn: null });
    const back = { caseId: active.id, originalId: original.id, returnedOn: '2026-11-19' };
    await expect(app.run(returnOriginal, back, helper)).rejects.toMatchObject({ code: 'return_before_loan' });
    expect(await app.run(returnOriginal, { ...back, returnedOn: '2026-11-23' }, helper)).toMatchObject({ version: 2 });
    await expect(app.run(returnOriginal, back, helper)).rejects.toMatchObject({ code: 'original_returned' });
    expect(await last()).toMatchObject({ type: 'case.originalReturned' });
  });
});

describe('the ledger', () => {
  let app: Operations;
  let active: Applied;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    active = await anActiveCase(app);
  });
  afterAll(() => app.stop());

  const read = async () => (await app.run(readLedger, { caseId: active.id }, active.unit)).items;

  it('has a line for every fact of every service, in words, with actor and business time (R65, R80)', async () => {
    const at = '2026-11-22T10:00:00+08:00';
    const made = { caseId: active.id, version: 1, frozen: false, items: [] };
    await app.fact(itemPlanEvents, 'made', { ...made, version: 2 }, { now: at });
    await transferToCity(app, active.id);
    const lines = await read();
    expect(lines.map(({ fact }) => fact)).toEqual([
      'item-plan.made',
      'item-plan.made',
      'routing.transferProposed',
      'routing.transferReceived',
    ]);
    expect(lines[0]).toMatchObject({ at: new Date(at).toISOString(), kind: 'fact', actorName: '系统' });
    expect(lines[2]?.sentence).toBe(
      '寿光市帮代办服务中心联系首席联络员帮代办人员,以平台上传方式向潍坊市帮代办服务中心转交“建设工程规划许可证核发”、“建筑工程施工许可证核发(含质量安全监督手续)”共2项,待接收。',
    );
  });

  it('takes one line of a person, and a correction that points to the line it corrects (R142)', async () => {
    const input = { caseId: active.id, text: '微信联系,图审资料已寄出' };
    await expect(app.run(writeLedgerLine, input, active.unit)).rejects.toMatchObject({ code: 'forbidden' });
    const line = await app.run(writeLedgerLine, input, helper);
    expect(line).toMatchObject({ kind: 'note', actorName: helper.name, correctsId: null });
    const correction = { ...input, text: '更正:资料为今日寄出', correctsId: line.id };
    expect(await app.run(writeLedgerLine, correction, helper)).toMatchObject({
      kind: 'correction',
      correctsId: line.id,
    });
    await expect(app.run(writeLedgerLine, { ...correction, correctsId: CITY }, helper)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await read()).slice(-2)).toMatchObject([{ sentence: input.text }, { correctsId: line.id }]);
  });

  it('is found by kind and by words, the newest first when asked', async () => {
    const found = async (asked: { kind?: 'note' | 'correction'; q?: string; sort?: 'newest' }) =>
      (await app.run(readLedger, { caseId: active.id, ...asked }, active.unit)).items.map(({ sentence }) => sentence);
    expect(await found({ kind: 'note' })).toEqual(['微信联系,图审资料已寄出']);
    expect(await found({ q: '资料' })).toEqual(['微信联系,图审资料已寄出', '更正:资料为今日寄出']);
    expect(await found({ q: '资料', sort: 'newest' })).toEqual(['更正:资料为今日寄出', '微信联系,图审资料已寄出']);
    expect(await found({ q: '100%' })).toEqual([]);
  });

  it('cannot be changed, deleted or emptied', async () => {
    for (const sql of ["UPDATE ledger_entry SET sentence = ''", 'DELETE FROM ledger_entry', 'TRUNCATE ledger_entry']) {
      await expect(app.source.query(sql)).rejects.toThrow('append-only');
    }
  });
});
