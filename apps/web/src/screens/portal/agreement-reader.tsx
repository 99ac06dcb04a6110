import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listAgreements as contract } from '#libs/contracts/projects.js';
import { useAsk, useDo } from '../../api/hooks.js';
import { listAgreements, signAgreement } from '../../api/operations.js';
import { Problem } from '../../parts/problem.js';
import { agreements } from '../../texts/portal.js';
import { Sheet } from './sheet.js';

export type Agreement = Output<typeof contract>['items'][number];

/** The newest agreement while the unit has not signed it; null for `caseId` asks nothing. */
export function useToSign(caseId: string | null): Agreement | undefined {
  const newest = useAsk(listAgreements, caseId === null ? null : { caseId }).data?.items.at(-1);
  return caseId !== null && newest?.unitSignature === null ? newest : undefined;
}

interface Props {
  of: Agreement;
  open: boolean;
  onClose: () => void;
  signing?: boolean;
}

/** The whole agreement; it is signed at its end and not before. */
export function AgreementReader({ of, open, onClose, signing = false }: Props): ReactNode {
  const { message } = App.useApp();
  const sign = useDo(signAgreement);
  const input = { caseId: of.caseId, agreementId: of.id };
  const done = () => {
    void message.success(of.institutionSignature ? agreements.bothSigned : agreements.signed);
    onClose();
  };
  return (
    <Sheet
      title={agreements.open(of.agreementVersion)}
      open={open}
      onClose={onClose}
      text={of.text}
      foot={(read) =>
        signing && (
          <>
            {!read && <span className="soft">{agreements.toTheEnd}</span>}
            <Button
              type="primary"
              size="large"
              disabled={!read}
              loading={sign.isPending}
              onClick={() => sign.mutate({ input }, { onSuccess: done })}
            >
              {agreements.sign}
            </Button>
            {sign.error && <Problem error={sign.error} />}
          </>
        )
      }
    />
  );
}
