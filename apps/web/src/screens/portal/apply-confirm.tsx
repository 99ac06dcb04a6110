import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Refused } from '#libs/client/client.js';
import { useAsk, useDo } from '../../api/hooks.js';
import { applyForService, getInstitution, listItems } from '../../api/operations.js';
import { Problem } from '../../parts/problem.js';
import { apply } from '../../texts/apply.js';
import { Hotline } from './apply-project.js';
import type { Application } from './application.js';

export interface Receipt {
  caseId: string;
  number: string;
  institution: string;
}

/** Everything once more, then it goes out; a refusal says why and whom to call. */
export function ConfirmStep({ of, onSubmitted }: { of: Application; onSubmitted: (of: Receipt) => void }): ReactNode {
  const { projectId, institutionId, scope, items } = of;
  const send = useDo(applyForService);
  const institution = useAsk(getInstitution, institutionId === null ? null : { id: institutionId }).data?.name ?? '';
  const catalogue = useAsk(listItems, scope === 'some' ? {} : null).data?.items ?? [];
  const names = items.map((code) => catalogue.find((item) => item.code === code)?.name ?? code);
  if (projectId === null || institutionId === null) return null;
  const submit = () =>
    send.mutate(
      { input: { projectId, institutionId, items: scope === 'all' ? 'all' : items } },
      { onSuccess: ({ id: caseId, number }) => onSubmitted({ caseId, number, institution }) },
    );
  return (
    <>
      <h2>{apply.check}</h2>
      <dl className="portal-facts">
        <dt>{apply.project}</dt>
        <dd>{of.projectName}</dd>
        <dt>{apply.institution}</dt>
        <dd>{institution}</dd>
        <dt>{apply.items}</dt>
        <dd>{scope === 'all' ? apply.all : names.join('、')}</dd>
      </dl>
      <p>{apply.free}</p>
      {send.error && <Problem error={send.error} />}
      {send.error instanceof Refused && <Hotline />}
      <Button type="primary" size="large" loading={send.isPending} onClick={submit}>
        {apply.submit}
      </Button>
    </>
  );
}

/** Where the application went and what comes next. */
export function Submitted({ of }: { of: Receipt }): ReactNode {
  return (
    <section className="portal-turn" role="status">
      <h2>{apply.submitted}</h2>
      <p>{apply.submittedHint(of.number, of.institution)}</p>
      <Link to="/cases/$caseId" params={{ caseId: of.caseId }}>
        {apply.toCase} →
      </Link>
    </section>
  );
}
