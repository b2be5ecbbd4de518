import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { NotFoundPage } from './NotFoundPage.tsx';
import { ProblemPage } from './ProblemPage.tsx';
import { approvalRoutes } from './routes/approval-routes.tsx';
import { audienceRoutes } from './routes/audience-routes.tsx';
import { connectionRoutes } from './routes/connection-routes.tsx';
import { draftRoutes } from './routes/draft-routes.tsx';
import { entryRoutes } from './routes/entry-routes.tsx';
import { frame, root } from './routes/frame-route.tsx';
import { modelRoutes } from './routes/model-routes.tsx';
import { peopleRoutes, personalRoutes } from './routes/people-routes.tsx';
import { runRoutes } from './routes/run-routes.tsx';
import { settingRoutes } from './routes/setting-routes.tsx';
import { settingsLayout } from './routes/settings-layout-route.tsx';
import { syncRoutes } from './routes/sync-routes.tsx';

const leadTo = <From extends string>(path: From, to: '/approvals' | '/settings/workspace') =>
  createRoute({
    getParentRoute: () => frame,
    path,
    beforeLoad: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router is told to go elsewhere
      throw redirect({ to });
    },
  });

/** Whatever else is asked for, beside the navigation that leads on. */
const nothing = createRoute({ getParentRoute: () => frame, path: '$', component: NotFoundPage });

export const router = createRouter({
  routeTree: root.addChildren([
    ...entryRoutes,
    frame.addChildren([
      leadTo('/', '/approvals'),
      leadTo('/settings', '/settings/workspace'),
      ...approvalRoutes,
      ...modelRoutes,
      ...syncRoutes,
      ...draftRoutes,
      ...runRoutes,
      ...connectionRoutes,
      ...audienceRoutes,
      ...personalRoutes,
      nothing,
      settingsLayout.addChildren([...settingRoutes, ...peopleRoutes]),
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: ProblemPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
