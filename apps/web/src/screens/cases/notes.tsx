import { LockOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Output } from '#libs/contracts/define.js';
import type { listNotes as contract } from '#libs/contracts/projects.js';
import { useAsk } from '../../api/hooks.js';
import { listNotes, settleCallBack } from '../../api/operations.js';
import { ActButton } from '../../parts/act-button.js';
import { Answer } from '../../parts/answer.js';
import { day, instant } from '../../parts/dates.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/section.js';
import { useMay } from '../../shell/me.js';
import { talk } from '../../texts/case-talk.js';
import { allows } from './allows.js';
import type { CaseTab } from './case-page.js';
import { NoteForm } from './note-form.js';

export type Note = Output<typeof contract>['items'][number];

/** Notes, the newest first, replies below what they answer; each says who can read it. */
export function Notes({ of }: CaseTab): ReactNode {
  const found = useAsk(listNotes, { caseId: of.id });
  const mayWrite = allows(of, 'projects.write-note');
  const [replyTo, setReplyTo] = useState<Note | null>(null);
  const reply = mayWrite ? setReplyTo : null;
  return (
    <Section title={talk.notes}>
      {mayWrite && <NoteForm of={of} replyTo={replyTo} onReplied={() => setReplyTo(null)} />}
      <Answer of={found}>
        {({ items }) => {
          const first = items.filter(({ replyToId }) => replyToId === null).toReversed();
          if (first.length === 0) return <p className="soft">{talk.noNotes}</p>;
          return (
            <ul className="plain threads">
              {first.map((note) => (
                <li key={note.id} className="thread">
                  <Line of={of} note={note} reply={reply} />
                  {items
                    .filter(({ replyToId }) => replyToId === note.id)
                    .map((answer) => (
                      <div key={answer.id} className="reply">
                        <Line of={of} note={answer} reply={null} />
                      </div>
                    ))}
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </Section>
  );
}

interface NoteOf extends CaseTab {
  note: Note;
  reply: ((note: Note) => void) | null;
}

function Line({ of, note, reply }: NoteOf): ReactNode {
  const internal = note.visibility === 'internal';
  return (
    <>
      <p className={`said of-${note.by}`}>
        <small className="soft">
          {note.authorName} {instant(note.writtenAt)}
        </small>
        {note.text}
      </p>
      <span className="note-foot">
        <Mark tone={internal ? 'ink' : 'indigo'} icon={internal ? <LockOutlined /> : undefined}>
          {internal ? talk.internal : talk.visible}
        </Mark>
        <CallBack of={of} note={note} />
        {reply && (
          <Button type="link" size="small" onClick={() => reply(note)}>
            {talk.reply}
          </Button>
        )}
      </span>
    </>
  );
}

function CallBack({ of, note }: Omit<NoteOf, 'reply'>): ReactNode {
  const may = useMay()('call-back:settle');
  const { callBackOn, calledBack } = note;
  if (calledBack) return <span className="soft small">{talk.calledBack(day(calledBack.on), calledBack.by)}</span>;
  if (!callBackOn) return null;
  return (
    <>
      <Mark tone="gold" icon={<PhoneOutlined />}>
        {talk.callBackOn(day(callBackOn))}
      </Mark>
      {may && (
        <ActButton
          command={settleCallBack}
          input={{ caseId: of.id, noteId: note.id }}
          label={talk.settle}
          said={() => talk.settled}
          kind={{ size: 'small' }}
        />
      )}
    </>
  );
}
