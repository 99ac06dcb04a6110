import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAsk } from '../../api/hooks.js';
import { listMandates } from '../../api/operations.js';
import { agreements, papers, portal } from '../../texts/portal.js';
import { AgreementReader, useToSign } from './agreement-reader.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { MandateDialog } from './mandate-dialog.js';
import type { Shown } from './unit-case.js';

/** 现在该我做什么, with the one button for each thing. */
export function TurnPanel({ of }: { of: Shown }): ReactNode {
  const { progress } = of;
  return (
    <section className="portal-turn" aria-labelledby="turn">
      <h2 id="turn">{portal.yourTurn}</h2>
      <ul>
        {progress.yourTurn.map((turn) => (
          <li key={turn}>{turn}</li>
        ))}
      </ul>
      {progress.waiting && !of.readOnly && <Acts of={of} />}
    </section>
  );
}

function Acts({ of }: { of: Shown }): ReactNode {
  const { detail, may, progress } = of;
  const caseId = detail.id;
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'confirm' | 'sign' | 'grant' | null>(null);
  const close = () => setDialog(null);
  const toSign = useToSign(may('projects.sign-agreement') ? caseId : null);
  const granting = may('projects.grant-mandate') && detail.state === 'active' && detail.principal !== null;
  const mandates = useAsk(listMandates, granting ? { caseId } : null).data?.items;
  const ungranted = mandates !== undefined && !mandates.some(({ inForce }) => inForce);
  const correcting = progress.items.some(({ state }) => state === 'correcting');
  return (
    <div className="turn-acts">
      {may('projects.confirm-application') && <Act name={agreements.confirm} onClick={() => setDialog('confirm')} />}
      {toSign && <Act name={agreements.read} onClick={() => setDialog('sign')} />}
      {ungranted && <Act name={agreements.grant} onClick={() => setDialog('grant')} />}
      {correcting && (
        <Act name={papers.corrections} onClick={() => void navigate({ to: '.', search: { tab: 'materials' } })} />
      )}
      <ConfirmDialog of={detail} open={dialog === 'confirm'} onClose={close} />
      <MandateDialog of={detail} open={dialog === 'grant'} onClose={close} />
      {toSign && <AgreementReader of={toSign} open={dialog === 'sign'} onClose={close} signing />}
    </div>
  );
}

const Act = ({ name, onClick }: { name: string; onClick: () => void }): ReactNode => (
  <Button type="primary" size="large" onClick={onClick}>
    {name}
  </Button>
);
