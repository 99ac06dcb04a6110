import type { CaseDetail } from './case-page.js';

/** Whether the reader may do this on the case now, as its owner says; the words of `operation` are never shown. */
export const allows = ({ actions }: Pick<CaseDetail, 'actions'>, operation: `projects.${string}`): boolean =>
  actions.some((action) => action.operation === operation);
