import type { Output } from '#libs/contracts/define.js';
import type { listNotices, listReviews } from '#libs/contracts/projects.js';
import type { CaseDetail } from '../cases/case-page.js';

export type Review = Output<typeof listReviews>['items'][number];
export type Notice = Output<typeof listNotices>['items'][number];

/** Whether the case's reader may do this now, as `give-opinion`. */
export const mayOn = ({ actions }: CaseDetail, name: string): boolean =>
  actions.some(({ operation }) => operation === `projects.${name}`);
