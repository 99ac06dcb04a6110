import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, PlainDate, Text, Version, listOf } from '../values.js';

/** A note on a case 备注; `internal` stays among agents: the unit learns neither its text nor that there is one. */
export const Note = z
  .object({
    id: Id,
    version: Version,
    text: z.string(),
    visibility: z.enum(['internal', 'unit']),
    /** The note this one answers. */
    replyToId: Id.nullable(),
    by: z.enum(['agent', 'unit']),
    authorName: z.string(),
    writtenAt: Instant,
    /** The day on which agents are reminded of it 回访. */
    callBackOn: PlainDate.nullable(),
    calledBack: z.object({ on: PlainDate, by: z.string() }).nullable(),
  })
  .meta({ id: 'Note' });

const caseId = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

export const writeNote = command('projects.write-note', {
  http: ['POST', '/cases/:caseId/notes'],
  key: 'caseId',
  permission: 'note:write',
  title: ['写备注或留言', 'Write a note on a case'],
  input: z.object({
    caseId: Id,
    text: Text(1000),
    visibility: Note.shape.visibility,
    replyToId: Id.optional(),
    callBackOn: PlainDate.optional(),
  }),
  output: Note,
  errors: ['case_not_found', 'note_not_found', 'note_visible_to_unit', 'reply_more_visible', 'call_back_past'],
  example: { caseId, text: '图审资料周五前寄到,届时电话确认。', visibility: 'unit', callBackOn: '2026-11-27' },
});

export const listNotes = query('projects.list-notes', {
  http: ['GET', '/cases/:caseId/notes'],
  permission: 'case:read',
  title: ['查看备注与留言', 'Notes of a case'],
  input: z.object({ caseId: Id }),
  output: listOf(Note),
  errors: ['case_not_found'],
  example: { caseId },
});

export const settleCallBack = command('projects.settle-call-back', {
  http: ['POST', '/cases/:caseId/notes/:noteId/call-back-done'],
  key: 'caseId',
  permission: 'call-back:settle',
  title: ['办结回访提醒', 'Settle a call-back'],
  input: z.object({ caseId: Id, noteId: Id }),
  output: Note,
  errors: ['case_not_found', 'note_not_found', 'call_back_not_open'],
  example: { caseId, noteId: '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e60' },
});
