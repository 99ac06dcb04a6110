import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type * as contracts from '#libs/contracts/notify.js';
import type { Output } from '#libs/contracts/define.js';
import { useAsk } from '../../api/hooks.js';
import { listSmsTemplates } from '../../api/operations.js';
import { Answer } from '../../parts/answer.js';
import { Mark } from '../../parts/marks.js';
import { useMay } from '../../shell/me.js';
import { messages } from '../../texts/messages.js';
import { eventName, templateName } from './event-words.js';
import { TemplateForm } from './template-form.js';
import { Worded } from './worded.js';
import './messages.css';

export type Template = Output<typeof contracts.listSmsTemplates>['items'][number];

/** The words of every message, with what stands for a variable shown by its title. */
export function Templates(): ReactNode {
  const found = useAsk(listSmsTemplates, {});
  const [edited, setEdited] = useState<Template | null>(null);
  const mayChange = useMay()('sms-template:change');
  return (
    <Answer of={found}>
      {({ items }) => (
        <>
          <ul className="rows">
            {items.map((template) => (
              <li key={template.id}>
                <div className="grow">
                  <strong>{templateName(template.code)}</strong>{' '}
                  <span className="soft small">
                    {eventName(template.event)} · {messages.providerId} {template.providerTemplateId}
                  </span>{' '}
                  {template.urgent && <Mark tone="gold">{messages.urgent}</Mark>}
                  <p className="message-bubble">
                    <Worded of={template} />
                  </p>
                </div>
                {mayChange && (
                  <Button
                    aria-label={messages.editTitle(templateName(template.code))}
                    onClick={() => setEdited(template)}
                  >
                    {messages.edit}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <Drawer
            open={edited !== null}
            title={messages.editTitle(edited === null ? '' : templateName(edited.code))}
            size={560}
            destroyOnHidden
            onClose={() => setEdited(null)}
          >
            {edited && <TemplateForm of={edited} onDone={() => setEdited(null)} />}
          </Drawer>
        </>
      )}
    </Answer>
  );
}
