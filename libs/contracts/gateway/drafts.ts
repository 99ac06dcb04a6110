import { z } from 'zod';
import { command, query } from '../define.js';
import { Instant, Text, listOf } from '../values.js';

// Forms that are not handed in yet: a person's own, kept so that a closed browser loses nothing. No business record.

/** Names the form and what it is about, as `visit:0190a5f2-…`; chosen by the client. */
const DraftKey = z
  .string()
  .regex(/^[a-z][a-z0-9.:-]{0,119}$/)
  .meta({ id: 'DraftKey', examples: ['visit:new'] });

const head = {
  key: DraftKey,
  title: z.string().nullable(),
  savedAt: Instant,
  version: z.int().min(1),
};
export const DraftHead = z.object(head).meta({ id: 'DraftHead' });
export const Draft = z.object({ ...head, value: z.record(z.string(), z.unknown()) }).meta({ id: 'Draft' });

const draft = { key: 'visit:new', title: '上门记录', value: { place: '项目工地', result: '' } };

/**
 * `value` at most 64 kB of JSON. With `version` only over the version that was seen, 0 = there was none: otherwise 409 with
 * the draft that stands as `params.current` (null: discarded), so that neither of two browsers loses what it has.
 */
export const saveDraft = command('gateway.save-draft', {
  http: ['PUT', '/me/drafts/:key'],
  key: 'none',
  permission: 'signed-in',
  title: ['保存草稿(仅本人可见)', 'Save a draft of a form'],
  input: z.object({
    key: DraftKey,
    value: Draft.shape.value,
    title: Text(100).optional(),
    version: z.int().min(0).optional(),
  }),
  output: DraftHead.omit({ title: true }),
  errors: ['draft_changed', 'too_many_kept', 'payload_too_large'],
  example: draft,
});

export const getDraft = query('gateway.get-draft', {
  http: ['GET', '/me/drafts/:key'],
  permission: 'signed-in',
  title: ['读取草稿', 'Get a draft of mine'],
  input: z.object({ key: DraftKey }),
  output: Draft,
  errors: ['not_found'],
  example: { key: draft.key },
});

export const listDrafts = query('gateway.list-drafts', {
  http: ['GET', '/me/drafts'],
  permission: 'signed-in',
  title: ['我的草稿(最近保存的在前)', 'My drafts, the latest first'],
  input: z.object({}),
  output: listOf(DraftHead),
  errors: [],
  example: {},
});

/** Done with, whether there was one or not: what was handed in may be discarded twice. */
export const discardDraft = command('gateway.discard-draft', {
  http: ['DELETE', '/me/drafts/:key'],
  key: 'none',
  permission: 'signed-in',
  title: ['删除草稿', 'Discard a draft'],
  input: z.object({ key: DraftKey }),
  output: z.object({ key: DraftKey }),
  errors: [],
  example: { key: draft.key },
});
