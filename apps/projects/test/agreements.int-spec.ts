import { caseEvents } from '#libs/contracts/facts.js';
import {
  draftAgreement,
  endMandate,
  fileSignedAgreement,
  getCase,
  grantMandate,
  listAgreements,
  listMandates,
  publishList,
  signAgreement,
} from '#libs/contracts/projects.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import {
  C04,
  OWN,
  aCityAgent,
  administrator,
  anActiveCase,
  anAgent,
  anAppliedCase,
  appoint,
  listFields,
  plan,
} from './factories.js';
import type { Applied } from './factories.js';

const guide = anAgent('guide');

describe('the agreement', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  const types = async () => (await app.published(caseEvents)).map(({ type }) => type);

  it('is drafted by agents of the first institution once the plan is known, never empty (R45)', async () => {
    const { id: caseId, unit } = await anAppliedCase(app);
    await expect(app.run(draftAgreement, { caseId }, unit)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(draftAgreement, { caseId }, aCityAgent('manager'))).rejects.toMatchObject({
      code: 'not_first_institution',
      params: { institution: '寿光市帮代办服务中心' },
    });
    await expect(app.run(draftAgreement, { caseId }, guide)).rejects.toMatchObject({ code: 'not_yet_known' });
    await plan(app, caseId, [OWN]);
    await expect(app.run(draftAgreement, { caseId }, guide)).rejects.toMatchObject({ code: 'agreement_empty' });
    await expect(app.run(draftAgreement, { caseId, itemCodes: ['A01'] }, guide)).rejects.toMatchObject({
      code: 'item_not_in_plan',
    });
  });

  it('starts the service when both have signed (R44), and names the items and both sides’ duties', async () => {
    const { id: caseId, unit } = await anAppliedCase(app);
    await plan(app, caseId);
    const draft = await app.run(draftAgreement, { caseId }, guide);
    expect(draft).toMatchObject({
      agreementVersion: 1,
      inForce: false,
      items: [{ itemCode: 'B02' }, { itemCode: 'C04' }],
    });
    const input = { caseId, agreementId: draft.id };
    await expect(app.run(signAgreement, input, anAgent('helper'))).rejects.toMatchObject({ code: 'forbidden' });
    await app.run(signAgreement, input, unit);
    await expect(app.run(signAgreement, input, unit)).rejects.toMatchObject({ code: 'agreement_signed_already' });
    expect(await app.run(getCase, { caseId }, unit)).toMatchObject({ state: 'applied' });
    const signed = await app.run(signAgreement, input, guide);
    expect(signed.inForce).toBe(true);
    expect(signed.text).toContain('1. 建设工程规划许可证核发');
    expect((await types()).slice(-3)).toEqual(['case.agreementSigned', 'case.agreementSigned', 'case.activated']);
    expect(await app.run(getCase, { caseId }, unit)).toMatchObject({ state: 'active', entrusted: ['B02', 'C04'] });
  });

  it('is signed in its newest version only', async () => {
    const { id: caseId, unit } = await anAppliedCase(app);
    await plan(app, caseId);
    const first = await app.run(draftAgreement, { caseId }, guide);
    await app.run(draftAgreement, { caseId, itemCodes: ['C04'] }, guide);
    await expect(app.run(signAgreement, { caseId, agreementId: first.id }, unit)).rejects.toMatchObject({
      code: 'agreement_replaced',
      params: { version: 2 },
    });
  });

  it('may be signed on paper: the scan and its date stand for both', async () => {
    const { id: caseId } = await anAppliedCase(app);
    await plan(app, caseId);
    const { id: agreementId } = await app.run(draftAgreement, { caseId }, guide);
    const scan = { caseId, agreementId, fileId: caseId, unitSignatory: '代表甲', institutionSignatory: '代表乙' };
    await expect(app.run(fileSignedAgreement, { ...scan, signedOn: '2026-11-24' }, guide)).rejects.toMatchObject({
      code: 'day_in_future',
    });
    expect(await app.run(fileSignedAgreement, { ...scan, signedOn: '2026-11-20' }, guide)).toMatchObject({
      inForce: true,
    });
    expect((await types()).slice(-3)).toEqual(['case.agreementSigned', 'case.agreementSigned', 'case.activated']);
  });

  it('is changed by a supplement with its reason; the old version stays readable', async () => {
    const { id: caseId, unit } = await anActiveCase(app);
    await expect(app.run(draftAgreement, { caseId, itemCodes: ['C04'] }, guide)).rejects.toMatchObject({
      code: 'supplement_needs_reason',
    });
    const supplement = { caseId, itemCodes: ['B02', 'C04', 'D10'], reason: '增加竣工阶段事项' };
    const { id: agreementId } = await app.run(draftAgreement, supplement, guide);
    await app.run(signAgreement, { caseId, agreementId }, guide);
    await app.run(signAgreement, { caseId, agreementId }, unit);
    expect((await app.published(caseEvents)).at(-1)).toMatchObject({
      type: 'case.entrustmentChanged',
      data: { itemCodes: ['B02', 'C04', 'D10'], version: 2 },
    });
    const { items } = await app.run(listAgreements, { caseId }, unit);
    expect(items.map(({ agreementVersion, inForce }) => [agreementVersion, inForce])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('takes no new items for a project that has left the lists, the running ones go on (R4)', async () => {
    const { id: caseId } = await anActiveCase(app);
    const others = listFields({ entries: [{ projectName: '别的项目', uscc: '91370702MAX000373X', grade: 'county' }] });
    await app.run(publishList, { ...others, year: 2027 }, administrator);
    const now = '2027-03-01T09:00:00+08:00';
    const added = { caseId, itemCodes: ['B02', 'C04', 'D10'], reason: '增加' };
    await expect(app.run(draftAgreement, added, guide, { now })).rejects.toMatchObject({ code: 'no_new_items' });
    const fewer = { caseId, itemCodes: [C04.itemCode], reason: '减少' };
    expect(await app.run(draftAgreement, fewer, guide, { now })).toMatchObject({ agreementVersion: 2 });
  });
});

describe('the power of attorney', () => {
  let app: Operations;
  let active: Applied;
  const holder = anAgent('helper', { institutionId: '0190a5f2-0000-7000-8000-000000000781', regionId: '370781' });
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
    active = await anActiveCase(app);
  });
  afterAll(() => app.stop());

  const span = { validFrom: '2026-11-23', validTo: '2027-11-22' };

  it('is granted by the unit to an agent in office, for days that are not over', async () => {
    const { id: caseId, unit } = active;
    const input = { caseId, holderAgentId: holder.agentId ?? '', items: 'all' as const, ...span };
    await expect(app.run(grantMandate, input, guide)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(app.run(grantMandate, input, unit)).rejects.toMatchObject({ code: 'not_yet_known' });
    await appoint(app, holder);
    await expect(app.run(grantMandate, { ...input, validTo: '2026-11-01' }, unit)).rejects.toMatchObject({
      code: 'mandate_span',
    });
    const inspector = anAgent('inspector');
    await appoint(app, inspector);
    await expect(
      app.run(grantMandate, { ...input, holderAgentId: inspector.agentId ?? '' }, unit),
    ).rejects.toMatchObject({ code: 'mandate_holder_unfit' });
  });

  it('lets its holder see the case, and ends when the unit says so', async () => {
    const { id: caseId, unit } = active;
    await expect(app.run(listMandates, { caseId }, holder)).rejects.toMatchObject({ code: 'case_not_found' });
    const input = { caseId, holderAgentId: holder.agentId ?? '', items: ['C04'], ...span };
    const mandate = await app.run(grantMandate, input, unit);
    expect(mandate).toMatchObject({ holderName: holder.name, itemCodes: ['C04'], inForce: true });
    expect((await app.run(listMandates, { caseId }, holder)).items).toMatchObject([{ id: mandate.id }]);
    const later = { now: '2026-12-01T09:00:00+08:00' };
    expect(await app.run(endMandate, { caseId, mandateId: mandate.id }, unit, later)).toMatchObject({
      endedOn: '2026-12-01',
      inForce: false,
    });
    const [granted, ended] = (await app.published(caseEvents)).slice(-2);
    expect(granted).toMatchObject({ type: 'case.mandateGranted', data: { mandateId: mandate.id, itemCodes: ['C04'] } });
    expect(ended).toMatchObject({ type: 'case.mandateEnded', data: { endedOn: '2026-12-01' } });
    await expect(app.run(endMandate, { caseId, mandateId: mandate.id }, unit)).rejects.toMatchObject({
      code: 'mandate_ended',
    });
  });
});
