import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inboxSearchOf } from '../../features/approvals/inbox-search.ts';
import { frame } from './frame-route.tsx';

const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/approvals',
  validateSearch: inboxSearchOf,
  component: lazyRouteComponent(() => import('../../features/approvals/InboxPage.tsx'), 'InboxPage'),
});

const review = createRoute({
  getParentRoute: () => frame,
  path: '/approvals/$requestId',
  component: lazyRouteComponent(() => import('../../features/approvals/ReviewPage.tsx'), 'ReviewPage'),
});

export const approvalRoutes = [inbox, review] as const;
