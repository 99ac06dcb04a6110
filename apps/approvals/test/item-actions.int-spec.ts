import { randomUUID } from 'node:crypto';
import { getApproval, submitApproval, supplyDeferred } from '#libs/contracts/approvals/filings.js';
import { listItemActions } from '#libs/contracts/approvals/item-actions.js';
import type { Principal } from '#libs/identity/principal.js';
import { Operations } from '#libs/testing/operations.js';
import { AppModule } from '../src/app.module.js';
import { serviceData } from '../src/data-source.js';
import { SPJ, ZRJ, accepted, anActiveCase, at, checklistOf, completed, granted, submitted } from './filing-case.js';
import { anAppliedCase } from './sample-case.js';

describe('what may be begun with an item', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  const of = async (caseId: string, itemCode: string, by: Principal) => {
    const { items } = await app.run(listItemActions, { caseId }, by, at('2026-11-23'));
    const found = items.find((item) => item.itemCode === itemCode);
    if (!found) throw new Error(`${itemCode} is not listed`);
    return found;
  };
  const begun = async (caseId: string, itemCode: string, by: Principal) =>
    (await of(caseId, itemCode, by)).actions.map((name) => name.replace('approvals.', ''));

  it('is told to nobody who may not see the case', async () => {
    const { caseId, stranger } = await anActiveCase(app);
    await expect(app.run(listItemActions, { caseId }, stranger)).rejects.toMatchObject({ code: 'case_not_found' });
  });

  it('is nothing but a pre-review before both have signed: an informal look asks for no agreement (F05, R124)', async () => {
    const { caseId, unit } = await anAppliedCase(app);
    expect(await begun(caseId, 'A01', unit)).toEqual(['request-pre-review']);
  });

  it('is an application for the unit, and records besides for the holder of its mandate (R13, R130, R132)', async () => {
    const { caseId, unit, helper, guide } = await anActiveCase(app);
    expect(await begun(caseId, 'A01', unit)).toEqual(['submit-approval', 'request-pre-review']);
    expect(await begun(caseId, 'A01', helper)).toEqual([
      'submit-approval',
      'request-pre-review',
      'record-external-decision',
      'back-fill-approval',
    ]);
    expect(await begun(caseId, 'A01', guide)).not.toContain('submit-approval');
    expect(await begun(caseId, 'A01', SPJ)).toEqual([]);
  });

  it('is a pre-approval only where one is offered (R60), a completion where nobody is applied to, a milestone once', async () => {
    const { caseId, helper, unit } = await anActiveCase(app);
    expect(await begun(caseId, 'A10', helper)).toContain('apply-for-pre-approval');
    expect(await begun(caseId, 'A11', helper)).not.toContain('apply-for-pre-approval');
    expect(await begun(caseId, 'Z12', helper)).toEqual(['record-completion']);
    expect(await begun(caseId, 'A09', ZRJ)).toEqual(['record-completion']);
    expect(await begun(caseId, 'G01', helper)).toEqual(['record-milestone']);
    expect(await begun(caseId, 'G01', unit)).toEqual([]);
  });

  it('is no second application while one is under way, but for further works (R131)', async () => {
    const sample = await anActiveCase(app);
    await submitted(app, sample, 'A01');
    expect(await begun(sample.caseId, 'A01', sample.unit)).toEqual(['request-pre-review']);
    const design = await of(sample.caseId, 'B02', sample.unit);
    expect(design).toMatchObject({
      perWorks: true,
      works: [],
      actions: expect.arrayContaining(['approvals.submit-approval']),
    });
  });
});

describe('one filing', () => {
  let app: Operations;
  beforeAll(async () => {
    app = await Operations.start(serviceData, AppModule);
  });
  afterAll(() => app.stop());

  it('names what a grant asks for, with how far each has come (R8)', async () => {
    const sample = await anActiveCase(app);
    for (const code of ['Z13a', 'A05']) {
      await completed(app, sample, code, { confirmedBy: code === 'A05' ? ZRJ : undefined });
    }
    await granted(app, sample, 'A01', { body: SPJ });
    const { id } = await accepted(app, sample, 'B02', { body: ZRJ, works: '1号楼' });
    const { prerequisites, evidenceMissing } = await app.run(getApproval, { id }, ZRJ, at('2026-11-23'));
    const standings = new Map(prerequisites.flatMap(({ items }) => items).map((one) => [one.itemCode, one.standing]));
    expect(standings.get('A10')).toBe('open');
    expect([...standings.values()]).toContain('decided');
    expect(evidenceMissing).toEqual([]);
  });

  it('lets only the applicant supply what was promised to follow, until it is there (R72)', async () => {
    const sample = await anActiveCase(app);
    const { caseId, unit, guide } = sample;
    const materials = await checklistOf(app, sample, 'M01');
    const documentId = randomUUID();
    const { id } = await app.run(
      submitApproval,
      {
        caseId,
        itemCode: 'M01',
        handlingMode: '零跑腿',
        materials: materials
          .filter(({ gap }) => gap === 'blocks_acceptance')
          .map(({ code }) => ({ materialCode: code, documentId })),
        promises: materials
          .filter(({ gap }) => gap === 'deferrable')
          .map(({ code }) => ({ materialCode: code, signedOn: '2026-11-23', documentId, withinWorkdays: 5 })),
      },
      unit,
      at('2026-11-23'),
    );
    const actions = async (by: Principal) => (await app.run(getApproval, { id }, by, at('2026-11-23'))).actions;
    expect(await actions(guide)).not.toContain('supply_deferred');
    expect(await actions(unit)).toContain('supply_deferred');
    const promised = materials
      .filter(({ gap }) => gap === 'deferrable')
      .map(({ code }) => ({ materialCode: code, documentId }));
    await app.run(supplyDeferred, { id, materials: promised }, unit, at('2026-11-24'));
    expect(await actions(unit)).not.toContain('supply_deferred');
  });
});
