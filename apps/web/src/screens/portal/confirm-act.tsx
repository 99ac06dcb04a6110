import type { ReactNode } from 'react';
import { confirmApplication, listItems } from '../../api/operations.js';
import { useAsk } from '../../api/hooks.js';
import { ActButton } from '../../parts/act-button.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { apply } from '../../texts/apply.js';
import { agreements } from '../../texts/portal.js';
import { PRIMARY } from './generous.js';
import type { Detail } from './unit-case.js';

/** The application that the institution has drafted for the unit, to be looked through and confirmed (R10). */
export function ConfirmAct({ of }: { of: Detail }): ReactNode {
  const items = useAsk(listItems, of.entrusted ? {} : null).data?.items ?? [];
  const names = of.entrusted?.map((code) => items.find((item) => item.code === code)?.name ?? code);
  return (
    <ActDialog label={agreements.confirm} kind={PRIMARY} wide>
      {(close) => (
        <>
          <p>{agreements.confirmText(of.firstInstitution.name)}</p>
          <dl className="portal-facts">
            <dt>{apply.project}</dt>
            <dd>{of.projectName}</dd>
            <dt>{agreements.confirmItems}</dt>
            <dd>{names ? names.join('、') : apply.all}</dd>
          </dl>
          <p className="soft">{of.eligibility}</p>
          <ActButton
            command={confirmApplication}
            input={{ caseId: of.id }}
            label={agreements.confirmNow}
            said={() => agreements.confirmed}
            onDone={close}
            kind={PRIMARY}
          />
        </>
      )}
    </ActDialog>
  );
}
