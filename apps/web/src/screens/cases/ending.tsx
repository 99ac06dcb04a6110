import { Input, Switch } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/projects.js';
import { useDo } from '../../api/hooks.js';
import { publishProgress, requestClosure, terminateCase } from '../../api/operations.js';
import { ActButton } from '../../parts/act-button.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ActForm } from '../../parts/act-form.js';
import { Problem } from '../../parts/problem.js';
import { Section } from '../../parts/section.js';
import { cases } from '../../texts/cases.js';
import { shell } from '../../texts/shell.js';
import { allows } from './allows.js';
import type { CaseTab } from './case-page.js';
import { PublicCode } from './public-code.js';

/** How a case ends: closed when everything is done, or terminated with a reason both sides read. */
export function Ending({ of }: CaseTab): ReactNode {
  const mayClose = allows(of, 'projects.request-closure');
  const mayTerminate = allows(of, 'projects.terminate-case');
  if (!mayClose && !mayTerminate) return null;
  return (
    <Section title={cases.ending}>
      {mayClose && (
        <>
          <p>{cases.closeWhat(of.number)}</p>
          <ActButton
            command={requestClosure}
            input={{ caseId: of.id }}
            label={cases.close}
            said={() => cases.closeDone}
            kind={{ type: 'primary' }}
          />
        </>
      )}
      {mayTerminate && <Terminate of={of} />}
    </Section>
  );
}

const Terminate = ({ of }: CaseTab): ReactNode => (
  <ActDialog label={cases.terminate} kind={{ danger: true }}>
    {(close) => (
      <>
        <p>{cases.terminateWhat}</p>
        <ActForm<typeof contracts.terminateCase, { reason: string }>
          command={terminateCase}
          input={({ reason }) => ({ caseId: of.id, reason })}
          submit={cases.terminate}
          danger
          said={() => cases.terminateDone}
          onDone={close}
          fields={[
            {
              name: 'reason',
              label: shell.reason,
              required: true,
              control: <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />,
            },
          ]}
        />
      </>
    )}
  </ActDialog>
);

/** 公开进度: the switch, and the code of the public page while it is on. */
export function Publication({ of }: CaseTab): ReactNode {
  const publish = useDo(publishProgress);
  const may = allows(of, 'projects.publish-progress');
  if (!may && of.publicPath === null) return null;
  return (
    <Section title={cases.publication}>
      <p className="soft">{cases.publicationWhat}</p>
      {may && (
        <label className="switch">
          <Switch
            checked={of.publicPath !== null}
            loading={publish.isPending}
            onChange={(published) => publish.mutate({ input: { caseId: of.id, published } })}
          />{' '}
          {cases.publicationSwitch}
        </label>
      )}
      {publish.error && <Problem error={publish.error} />}
      {of.publicPath && <PublicCode path={of.publicPath} name={of.projectName} />}
    </Section>
  );
}
