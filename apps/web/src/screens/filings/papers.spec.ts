import { papersOf, supplies } from './papers.js';

type Material = Parameters<typeof papersOf>[0][number];

const material = (code: string, of: Partial<Material>): Material => ({
  code,
  name: code,
  importance: '次要材料',
  deferralWorkdays: null,
  origin: { kind: 'ask_unit', sameAs: [], supplied: false },
  gap: 'blocks_acceptance',
  ...of,
});

const CHECKLIST = [
  material('form', { origin: { kind: 'form', signed: false } }),
  material('mine', { gap: 'deferrable', deferralWorkdays: 5 }),
  material('supplied', { gap: null }),
  material('shared', { gap: null, origin: { kind: 'shared' } }),
  material('later', {
    gap: 'deferrable',
    deferralWorkdays: 10,
    origin: { kind: 'from_item', items: ['B02'], available: false },
  }),
  material('decision', {
    gap: 'blocks_decision',
    origin: { kind: 'from_item', items: ['A10'], available: false },
  }),
];

describe('the papers of a submission', () => {
  it('are what the unit brings and what may follow; nothing that is there, shared or only the decision waits for', () => {
    expect(papersOf(CHECKLIST)).toEqual({
      form: { documentId: '', later: false },
      mine: { documentId: '', later: false },
      later: { documentId: '', later: true },
    });
  });

  it('become materials where a file was brought and promises within their own days where not', () => {
    const papers = {
      form: { documentId: 'd1', later: false },
      mine: { documentId: '', later: false },
      later: { documentId: '', later: true },
    };
    expect(supplies(CHECKLIST, { papers, promiseFile: 'p1', signedOn: '2026-11-23' })).toEqual({
      materials: [{ materialCode: 'form', documentId: 'd1' }],
      promises: [{ materialCode: 'later', signedOn: '2026-11-23', documentId: 'p1', withinWorkdays: 10 }],
    });
  });
});
