import type { ReactNode } from 'react';
import { confirmApplication, listItems } from '../../api/operations.js';
import { useAsk } from '../../api/hooks.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { apply } from '../../texts/apply.js';
import { agreements } from '../../texts/portal.js';
import type { Detail } from './unit-case.js';

/** The application that the institution has drafted for the unit, to be looked through and confirmed (R10). */
export function ConfirmDialog({ of, open, onClose }: { of: Detail; open: boolean; onClose: () => void }): ReactNode {
  const items = useAsk(listItems, open && of.entrusted ? {} : null).data?.items ?? [];
  const names = of.entrusted?.map((code) => items.find((item) => item.code === code)?.name ?? code);
  return (
    <ActDialog
      title={agreements.confirm}
      open={open}
      onClose={onClose}
      command={confirmApplication}
      input={() => ({ caseId: of.id })}
      done={agreements.confirmed}
      ok={agreements.confirm}
    >
      <p>{agreements.confirmText(of.firstInstitution.name)}</p>
      <dl className="portal-facts">
        <dt>{apply.project}</dt>
        <dd>{of.projectName}</dd>
        <dt>{agreements.confirmItems}</dt>
        <dd>{names ? names.join('、') : apply.all}</dd>
      </dl>
      <p className="soft">{of.eligibility}</p>
    </ActDialog>
  );
}
