import type { ReactNode } from 'react';
import type {
  supplyCorrection as SupplyCorrection,
  supplyDeferred as SupplyDeferred,
} from '#libs/contracts/approvals.js';
import type { Callable } from '#libs/client/client.js';
import { supplyCorrection, supplyDeferred } from '../../api/operations.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { FileField } from '../../parts/file-field.js';
import { acts } from '../../texts/filing-acts.js';
import type { Filing } from './filing.js';

interface Paper {
  code: string;
  name: string;
}

interface Props {
  of: Filing;
  command: Callable<typeof SupplyCorrection> | Callable<typeof SupplyDeferred>;
  label: string;
  said: string;
  papers: Paper[];
  /** Everything at once, or whatever has come. */
  all: boolean;
}

/** One file a material; those without a file are left for later where that is allowed. */
function SupplyAct({ of: { id, caseId, itemCode }, command, label, said, papers, all }: Props): ReactNode {
  return (
    <ActDialog label={label} kind={{ type: 'primary' }} wide>
      {(close) => (
        <ActForm<typeof SupplyCorrection, Record<string, string>>
          command={command as Callable<typeof SupplyCorrection>}
          submit={label}
          input={(files) => ({
            id,
            materials: papers.flatMap(({ code }) => {
              const documentId = files[code];
              return documentId ? [{ materialCode: code, documentId }] : [];
            }),
          })}
          said={() => said}
          onDone={close}
          fields={papers.map(({ code, name }) => ({
            name: code,
            label: name,
            control: <FileField keptIn={{ caseId, itemCode }} label={name} />,
            required: all,
          }))}
        />
      )}
    </ActDialog>
  );
}

/** What the open correction asked for, all of it at once (行政许可法32). */
export function CorrectionSupply({ of }: { of: Filing }): ReactNode {
  const asked = of.spans.find(({ kind, to }) => kind === 'correction' && to === null)?.materials ?? [];
  const papers = of.materials.filter(({ code }) => asked.includes(code));
  const label = acts.supplyCorrection;
  return (
    <SupplyAct of={of} command={supplyCorrection} label={label} said={acts.corrected(of.number)} papers={papers} all />
  );
}

/** What was promised to follow (R72). */
export function DeferredSupply({ of }: { of: Filing }): ReactNode {
  const papers = of.deferrals
    .filter(({ suppliedOn }) => suppliedOn === null)
    .map(({ materialCode, materialName }) => ({ code: materialCode, name: materialName }));
  if (papers.length === 0) return null;
  const label = acts.supplyDeferred;
  return (
    <SupplyAct
      of={of}
      command={supplyDeferred}
      label={label}
      said={acts.deferredSupplied(of.number)}
      papers={papers}
      all={papers.length === 1}
    />
  );
}
