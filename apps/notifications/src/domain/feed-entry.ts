import { canView, type AppAbility, type Subject, type WorkspaceRight } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';

/** The collections of the API in which something can change under somebody's eyes. */
export const feedTypes = [
  'workspace',
  'members',
  'roles',
  'service-accounts',
  'sources',
  'destinations',
  'models',
  'syncs',
  'audiences',
  'journeys',
  'approval-requests',
  'runs',
] as const;
export type FeedType = (typeof feedTypes)[number];

/** Who hears of it: all members, those with a right on the workspace, or who may view all of something, or any of it. */
export type Audience = { everybody: true } | { right: WorkspaceRight } | { all: Subject[] } | { any: Subject[] };

/** That something changed; what it is now, a listener asks of who owns it. */
export interface FeedEntry {
  workspaceId: string;
  type: FeedType;
  id: string;
  /** Of what has versions: the newest one published. */
  version: number | null;
  audience: Audience;
}

export interface Listener {
  ability: AppAbility;
  role: RoleDocument | null;
}

/** May somebody hear of what is for this audience? Nothing named means no. */
export function hears({ ability, role }: Listener, audience: Audience): boolean {
  if ('everybody' in audience) return true;
  if ('right' in audience) return role?.workspace[audience.right] === true;
  if ('any' in audience) return audience.any.some((subject) => canView(ability, subject));
  return 'all' in audience && audience.all.length > 0 && audience.all.every((subject) => canView(ability, subject));
}
