import { App, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/notify.js';
import type { Output } from '#libs/contracts/define.js';
import { useAsk, useDo } from '../../api/hooks.js';
import { changeNotificationRule, listNotificationRules, listSmsTemplates } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { Problem } from '../../parts/problem.js';
import { useMay } from '../../shell/me.js';
import { messages, receivers } from '../../texts/messages.js';
import { conditionWords, eventName, templateName } from './event-words.js';
import { Worded } from './worded.js';
import './messages.css';

type Rule = Output<typeof contracts.listNotificationRules>['items'][number];
type Template = Output<typeof contracts.listSmsTemplates>['items'][number];

/** Which event tells whom in which words; an administrator switches them. */
export function Rules(): ReactNode {
  const found = useAsk(listNotificationRules, {});
  const templates = useAsk(listSmsTemplates, {});
  const heads = [messages.event, messages.receiver, messages.condition, messages.template, messages.onOff];
  return (
    <Answer of={found}>
      {({ items }) => (
        <div className="framed" tabIndex={0} role="group" aria-label={messages.tabRules}>
          <table>
            <thead>
              <tr>
                {heads.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((rule) => (
                <RuleRow key={rule.id} of={rule} templates={templates.data?.items ?? []} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Answer>
  );
}

function RuleRow({ of, templates }: { of: Rule; templates: Template[] }): ReactNode {
  const mayChange = useMay()('notification-rule:change');
  const change = useDo(changeNotificationRule);
  const { message } = App.useApp();
  const what = `${eventName(of.event)} → ${receivers[of.receiver]}`;
  const send = (changes: { state: Rule['state'] } | { template: string }, said: string) =>
    change.mutate(
      { input: { ruleId: of.id, ...changes }, version: of.version },
      { onSuccess: () => void message.success(said) },
    );
  const fitting = templates.filter(({ event }) => event === of.event);
  const template = templates.find(({ code }) => code === of.template);
  const turn = (on: boolean) => send({ state: on ? 'on' : 'off' }, on ? messages.turnedOn : messages.turnedOff);
  return (
    <tr>
      <td>{eventName(of.event)}</td>
      <td>{receivers[of.receiver]}</td>
      <td className="small">{conditionWords(of.condition) || messages.always}</td>
      <td>
        {mayChange && fitting.length > 1 ? (
          <Select
            aria-label={messages.chooseTemplate(what)}
            value={of.template}
            options={fitting.map(({ code }) => ({ value: code, label: templateName(code) }))}
            onChange={(next) => send({ template: next }, messages.templateChanged)}
          />
        ) : (
          templateName(of.template)
        )}
        <p className="small soft">{template && <Worded of={template} />}</p>
        {change.error && <Problem error={change.error} />}
      </td>
      <td>
        {mayChange ? (
          <Switch
            aria-label={messages.turnOn(what)}
            checked={of.state === 'on'}
            loading={change.isPending}
            onChange={turn}
          />
        ) : (
          <Mark tone={of.state === 'on' ? 'jade' : 'ink'}>{of.state === 'on' ? messages.on : messages.off}</Mark>
        )}
      </td>
    </tr>
  );
}
