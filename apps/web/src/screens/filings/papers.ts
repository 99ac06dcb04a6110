import type { getChecklist, submitApproval } from '#libs/contracts/approvals.js';
import type { Output, RawInput } from '#libs/contracts/define.js';

type Material = Output<typeof getChecklist>['materials'][number];
type Submission = RawInput<typeof submitApproval>;

/** A paper in the form: brought now as a document of the case, or promised to follow (R72). */
export interface Paper {
  documentId: string;
  later: boolean;
}

/** What the form asks for: the unit's own papers and forms, and what another item has yet to yield but may follow. */
export function papersOf(materials: readonly Material[]): Record<string, Paper> {
  const asked = materials.filter(
    ({ gap, origin }) => gap !== null && (origin.kind === 'ask_unit' || origin.kind === 'form' || gap === 'deferrable'),
  );
  return Object.fromEntries(
    asked.map(({ code, origin }) => [code, { documentId: '', later: origin.kind === 'from_item' }]),
  );
}

interface Brought {
  papers: Record<string, Paper>;
  promiseFile?: string;
  signedOn: string;
}

/** The papers of the form as the submission's materials and promises. */
export function supplies(
  materials: readonly Material[],
  { papers, promiseFile, signedOn }: Brought,
): Pick<Submission, 'materials' | 'promises'> {
  const brought = Object.entries(papers).filter(([, { documentId }]) => documentId !== '');
  return {
    materials: brought.map(([materialCode, { documentId }]) => ({ materialCode, documentId })),
    promises: materials.flatMap(({ code, deferralWorkdays }) =>
      papers[code]?.later && promiseFile && deferralWorkdays !== null
        ? [{ materialCode: code, signedOn, documentId: promiseFile, withinWorkdays: deferralWorkdays }]
        : [],
    ),
  };
}
