import { Button, Drawer } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/notify.js';
import type { Output, RawInput } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { getMessage, listMessages, listSmsTemplates, resendMessage } from '../../api/operations.js';
import { ActButton } from '../../parts/act-button.js';
import { Answer } from '../../parts/answer.js';
import { instant } from '../../parts/dates.js';
import { Listing } from '../../parts/listing.js';
import type { Column, Filter } from '../../parts/listing.js';
import { Mark } from '../../parts/marks.js';
import { Facts } from '../../parts/section.js';
import { useMay } from '../../shell/me.js';
import { deliveryStates, messageStates, messages, receivers } from '../../texts/messages.js';
import { optionsOf } from '../../texts/words.js';
import { templateName } from './event-words.js';
import './messages.css';

type Message = Output<typeof contracts.listMessages>['items'][number];
type Detail = Output<typeof contracts.getMessage>;

/** Of the page itself, not of the list. */
const NOT_ASKED = { message: undefined, tab: undefined };

const TONES = {
  queued: 'ink',
  submitting: 'ink',
  submitted: 'indigo',
  delivered: 'jade',
  failed: 'cinnabar',
  expired: 'gold',
} as const;

const State = ({ state }: Pick<Message, 'state'>): ReactNode => <Mark tone={TONES[state]}>{messageStates[state]}</Mark>;

const columns = (open: (id: string) => void): Column<Message>[] => [
  {
    key: 'text',
    title: messages.text,
    primary: true,
    width: 460,
    render: ({ text, template, urgent }) => (
      <div className="message-text">
        {text ?? <span className="soft">{`${templateName(template)} · ${messages.notYet}`}</span>}{' '}
        {urgent && <Mark tone="gold">{messages.urgent}</Mark>}
      </div>
    ),
  },
  {
    key: 'to',
    title: messages.to,
    render: ({ receiver, receiverName, mobile }) => (
      <>
        {receiverName} <span className="soft small">{receivers[receiver]}</span>
        <p className="small soft">{mobile}</p>
      </>
    ),
  },
  {
    key: 'state',
    title: messages.state,
    render: ({ state, reasonText, heldUntil }) => (
      <>
        <State state={state} />
        {reasonText && <p className="small">{reasonText}</p>}
        {heldUntil && state === 'queued' && <p className="small soft">{messages.heldUntil(instant(heldUntil))}</p>}
      </>
    ),
  },
  {
    key: 'project',
    title: messages.project,
    render: ({ caseId, caseNumber }) => (
      <Link to="/cases/$caseId" params={{ caseId }}>
        {caseNumber}
      </Link>
    ),
  },
  { key: 'queuedAt', title: messages.queuedAt, render: ({ queuedAt }) => instant(queuedAt) },
  {
    key: 'course',
    title: messages.course,
    render: ({ id }) => (
      <Button size="small" type="text" onClick={() => open(id)}>
        {messages.course}
      </Button>
    ),
  },
];

/** The messages with their receipts; one of them beside, when its course is asked for. */
export function Sent(): ReactNode {
  const { message } = useSearch({ from: '/messages' });
  const navigate = useNavigate();
  const show = (id: string | undefined) =>
    void navigate({ to: '.', search: (before) => ({ ...before, message: id }), replace: true });
  const always: RawInput<typeof contracts.listMessages> = { pageSize: 50, ...NOT_ASKED };
  return (
    <>
      <Listing
        screen="messages"
        query={listMessages}
        always={always}
        columns={columns(show)}
        filters={useFilters()}
        rowKey={({ id }) => id}
      />
      <Drawer
        open={typeof message === 'string'}
        title={messages.courseTitle}
        size={520}
        destroyOnHidden
        onClose={() => show(undefined)}
      >
        {typeof message === 'string' && <Course id={message} />}
      </Drawer>
    </>
  );
}

function useFilters(): Filter[] {
  const may = useMay();
  const { data } = useAsk(listSmsTemplates, may('sms-template:read') ? {} : null);
  const templates = (data?.items ?? []).map(({ code }) => ({ value: code, label: templateName(code) }));
  return [
    { key: 'state', label: messages.state, options: optionsOf(messageStates) },
    ...(templates.length > 0 ? [{ key: 'template', label: messages.template, options: templates }] : []),
  ];
}

function Course({ id }: { id: string }): ReactNode {
  const found = useAsk(getMessage, { id });
  return <Answer of={found}>{(message) => <CourseOf of={message} />}</Answer>;
}

function CourseOf({ of }: { of: Detail }): ReactNode {
  const mayResend = useMay()('message:resend') && (of.state === 'failed' || of.state === 'expired');
  return (
    <>
      <p className="message-bubble">{of.text ?? messages.notYet}</p>
      <Facts
        of={[
          [messages.to, `${of.receiverName ?? ''} ${of.mobile ?? ''}`],
          [messages.state, <State state={of.state} />],
          [messages.queuedAt, instant(of.queuedAt)],
          ...(of.settledAt ? [[messages.settledAt, instant(of.settledAt)] as [string, string]] : []),
          ...(of.reasonText ? [[messages.reason, of.reasonText] as [string, string]] : []),
        ]}
      />
      {of.deliveries.length === 0 ? (
        <p className="soft">{messages.noAttempts}</p>
      ) : (
        <ol className="plain course">
          {of.deliveries.map(({ attempt, part, parts, state, detail, submittedAt }) => (
            <li key={`${attempt}.${part}`}>
              {messages.attempt(attempt)} {parts > 1 && messages.part(part, parts)}{' '}
              <Mark tone={state === 'failed' ? 'cinnabar' : state === 'delivered' ? 'jade' : 'ink'}>
                {deliveryStates[state]}
              </Mark>
              <p className="small soft">
                {submittedAt && instant(submittedAt)} {detail}
              </p>
            </li>
          ))}
        </ol>
      )}
      {mayResend && (
        <ActButton
          command={resendMessage}
          input={{ id: of.id }}
          label={messages.resend}
          said={({ receiverName }) => messages.resent(receiverName ?? '')}
          kind={{ type: 'primary' }}
        />
      )}
    </>
  );
}
