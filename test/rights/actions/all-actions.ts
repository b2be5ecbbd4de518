import type { Action } from '../action.ts';
import { changeSetActions } from './change-set-actions.ts';
import { endActions } from './connection-actions.ts';
import { draftActions } from './draft-actions.ts';
import { liveActions } from './live-actions.ts';
import { mailActions } from './mail-actions.ts';
import { modelActions } from './model-actions.ts';
import { requestActions } from './request-actions.ts';
import { roleActions } from './role-actions.ts';
import { runActions } from './run-actions.ts';
import { serviceAccountActions } from './service-account-actions.ts';
import { streamActions } from './stream-actions.ts';
import { syncActions } from './sync-actions.ts';
import { workspaceActions } from './workspace-actions.ts';

/** What members do; what takes no sign-in is in `publicActions`. */
export const allActions: readonly Action[] = [
  ...workspaceActions,
  ...serviceAccountActions,
  ...roleActions,
  ...endActions,
  ...modelActions,
  ...syncActions,
  ...draftActions,
  ...changeSetActions,
  ...liveActions,
  ...requestActions,
  ...runActions,
  ...mailActions,
  ...streamActions,
];
