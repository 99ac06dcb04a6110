import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { mustSeeOwned } from '#libs/case-scope/scope-keeper.js';
import type { Input } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import { caseEvents } from '#libs/contracts/facts.js';
import type { Note as NoteContract, listNotes, settleCallBack, writeNote } from '#libs/contracts/projects.js';
import type { QueryContext, WorkContext } from '#libs/messaging/context.js';
import { Note, readsInternal } from './note.entity.js';

@Injectable()
export class NotesService {
  async write(context: WorkContext, { caseId, text, visibility, ...given }: Input<typeof writeNote>) {
    await mustSeeOwned(context, caseId);
    const { principal, now, today } = context;
    const { replyToId = null, callBackOn = null } = given;
    if (visibility === 'internal' && !readsInternal(principal)) throw fail('note_visible_to_unit');
    if (callBackOn !== null && callBackOn < today) throw fail('call_back_past');
    if (replyToId !== null) await this.mustFollow(context, { caseId, replyToId, visibility });
    const note = context.add(Note, {
      ...{ caseId, text, visibility, replyToId, callBackOn },
      by: principal.kind === 'unit' ? 'unit' : 'agent',
      accountId: principal.accountId,
      authorName: principal.name,
      writtenAt: now,
      calledBackOn: null,
      calledBackBy: null,
    });
    // A fact is a line of the ledger, which the unit reads.
    if (visibility === 'unit') context.publish(caseEvents, 'noteWritten', { caseId, noteId: note.id, text });
    return noteView(note);
  }

  async list(context: QueryContext, { caseId }: Input<typeof listNotes>) {
    await mustSeeOwned(context, caseId);
    const readable = readsInternal(context.principal) ? { caseId } : { caseId, visibility: 'unit' as const };
    const notes = await context.em.find(Note, { where: readable, order: { writtenAt: 'ASC', id: 'ASC' } });
    return { items: notes.map(noteView) };
  }

  async settleCallBack(context: WorkContext, { caseId, noteId }: Input<typeof settleCallBack>) {
    await mustSeeOwned(context, caseId);
    const note = await context.lock(Note, { id: noteId, caseId });
    if (!note) throw fail('note_not_found');
    if (note.callBackOn === null || note.calledBackOn !== null) throw fail('call_back_not_open');
    Object.assign(note, { calledBackOn: context.today, calledBackBy: context.principal.name });
    return noteView(note);
  }

  private async mustFollow(
    { em, principal }: WorkContext,
    { caseId, replyToId, visibility }: Pick<Note, 'caseId' | 'visibility'> & { replyToId: string },
  ): Promise<void> {
    const answered = await em.findOneBy(Note, { id: replyToId, caseId });
    if (!answered || (answered.visibility === 'internal' && !readsInternal(principal))) throw fail('note_not_found');
    if (answered.visibility === 'internal' && visibility === 'unit') throw fail('reply_more_visible');
  }
}

const noteView = ({ writtenAt, calledBackOn: on, calledBackBy: by, ...note }: Note): z.input<typeof NoteContract> => ({
  ...note,
  writtenAt: writtenAt.toISOString(),
  calledBack: on !== null && by !== null ? { on, by } : null,
});
