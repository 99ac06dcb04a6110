import { z } from 'zod';
import { command, query } from '../define.js';
import { Id, Instant, PlainDate } from '../values.js';
import { StageCount } from './case-views.js';

const caseId = '0190a5f2-6e0b-7c1d-8a4e-5b1f2c3d4e5f';

/** Each publication makes a new address, so that what was printed before a withdrawal never works again. */
export const publishProgress = command('projects.publish-progress', {
  http: ['POST', '/cases/:caseId/publication'],
  key: 'caseId',
  permission: 'progress:publish',
  title: ['公开或停止公开办理进度', 'Publish the progress of a case, or withdraw it'],
  input: z.object({ caseId: Id, published: z.boolean() }),
  /** `path` is the page's, as `/p/<token>`; both null when it is not public. */
  output: z.object({ token: z.string().nullable(), path: z.string().nullable() }),
  errors: ['case_not_found', 'case_state', 'not_publisher'],
  example: { caseId, published: true },
});

/** What anyone with the address may read: words without names of persons, contacts, materials or reasons. */
export const PublicProgress = z
  .object({
    projectName: z.string(),
    number: z.string(),
    state: z.string(),
    stages: z.array(StageCount),
    items: z.array(
      z.object({
        name: z.string(),
        stage: z.string(),
        what: z.string(),
        since: PlainDate.nullable(),
        expectedOn: PlainDate.nullable(),
      }),
    ),
    /** Who handles it now; `agents.get-institution`, public too, has its service point and hotline. */
    institution: z.object({ id: Id, name: z.string() }),
    /** Business time of the last thing that happened. */
    updatedAt: Instant,
  })
  .meta({ id: 'PublicProgress' });

export const publicProgress = query('projects.public-progress', {
  http: ['GET', '/public/progress/:token'],
  permission: 'public',
  title: ['公开的办理进度', 'Published progress'],
  input: z.object({ token: z.string().max(100) }),
  output: PublicProgress,
  errors: ['progress_not_public'],
  example: { token: 'q0w9e8r7t6y5u4i3o2p1a0s9' },
});
