import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Missing, Shell } from './shell.js';

// One line a screen; each is a chunk of its own. What is in the URL is the state of the page: filters, tabs, page number.

type Search = Record<string, string | number | boolean | string[] | undefined>;
const root = createRootRoute({ component: Shell, notFoundComponent: Missing });
const at = <P extends string>(path: P) => ({
  getParentRoute: () => root,
  path,
  validateSearch: (search: Record<string, unknown>): Search => search as Search,
});

const routes = [
  createRoute({ ...at('/'), component: lazyRouteComponent(() => import('../screens/home/home.js'), 'Home') }),
  createRoute({ ...at('/apply'), component: lazyRouteComponent(() => import('../screens/portal/apply.js'), 'Apply') }),
  createRoute({
    ...at('/cases'),
    component: lazyRouteComponent(() => import('../screens/cases/case-list.js'), 'CaseList'),
  }),
  createRoute({
    ...at('/cases/$caseId'),
    component: lazyRouteComponent(() => import('../screens/cases/case-page.js'), 'CasePage'),
  }),
  createRoute({
    ...at('/transfers'),
    component: lazyRouteComponent(() => import('../screens/transfers/transfer-queue.js'), 'TransferQueue'),
  }),
  createRoute({
    ...at('/hand-overs'),
    component: lazyRouteComponent(() => import('../screens/transfers/hand-over-queue.js'), 'HandOverQueue'),
  }),
  createRoute({
    ...at('/approvals'),
    component: lazyRouteComponent(() => import('../screens/filings/filing-queue.js'), 'FilingQueue'),
  }),
  createRoute({
    ...at('/approvals/$id'),
    component: lazyRouteComponent(() => import('../screens/filings/filing-page.js'), 'FilingPage'),
  }),
  createRoute({
    ...at('/pre-approvals'),
    component: lazyRouteComponent(() => import('../screens/pre-approvals/pre-approval-queue.js'), 'PreApprovalQueue'),
  }),
  createRoute({
    ...at('/pre-approvals/$id'),
    component: lazyRouteComponent(() => import('../screens/pre-approvals/pre-approval-page.js'), 'PreApprovalPage'),
  }),
  createRoute({
    ...at('/pre-reviews'),
    component: lazyRouteComponent(() => import('../screens/pre-approvals/pre-review-queue.js'), 'PreReviewQueue'),
  }),
  createRoute({
    ...at('/joint-reviews'),
    component: lazyRouteComponent(() => import('../screens/joint-reviews/review-queue.js'), 'ReviewQueue'),
  }),
  createRoute({
    ...at('/people'),
    component: lazyRouteComponent(() => import('../screens/people/people.js'), 'People'),
  }),
  createRoute({
    ...at('/people/$agentId'),
    component: lazyRouteComponent(() => import('../screens/people/person-page.js'), 'PersonPage'),
  }),
  createRoute({
    ...at('/institutions'),
    component: lazyRouteComponent(() => import('../screens/people/institutions.js'), 'Institutions'),
  }),
  createRoute({
    ...at('/routing-board'),
    component: lazyRouteComponent(() => import('../screens/people/routing-board.js'), 'RoutingBoard'),
  }),
  createRoute({
    ...at('/catalogue'),
    component: lazyRouteComponent(() => import('../screens/catalogue/catalogue.js'), 'Catalogue'),
  }),
  createRoute({
    ...at('/messages'),
    component: lazyRouteComponent(() => import('../screens/messages/messages.js'), 'Messages'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
