import type { Grant, Grants, Level, Role, WorkspaceRight } from './roles.ts';

/** Where a sync or model is: a model has no destination. */
export interface Ends {
  source: string;
  destination: string | null;
}

export type Kind = 'model' | 'sync';

/** A grant that names an end replaces the one for all; without `view` no right is one. */
function onEnd(grants: Grants, end: string): Grant | null {
  const grant = grants[end] ?? grants['all'];
  return grant?.view ? grant : null;
}

/** The grants that something at these ends is judged on: its source and, for a sync, its destination. */
function grantsOn(role: Role, ends: readonly Ends[]): (Grant | null)[] {
  return ends.flatMap(({ source, destination }) => [
    onEnd(role.sources, source),
    ...(destination === null ? [] : [onEnd(role.destinations, destination)]),
  ]);
}

const holds = (role: Role, ends: readonly Ends[], right: 'view' | 'approve' | 'run'): boolean =>
  ends.length > 0 && grantsOn(role, ends).every((grant) => grant?.[right] === true);

export const views = (role: Role, ends: readonly Ends[]): boolean => holds(role, ends, 'view');
export const approves = (role: Role, ends: readonly Ends[]): boolean => holds(role, ends, 'approve');
export const runs = (role: Role, ends: readonly Ends[]): boolean => holds(role, ends, 'run');
export const viewsDestination = (role: Role, destination: string): boolean =>
  onEnd(role.destinations, destination) !== null;
export const viewsSource = (role: Role, source: string): boolean => onEnd(role.sources, source) !== null;

const order: Level[] = ['none', 'draft', 'publish'];

/** The weaker of the levels on all ends. */
export function levelOn(role: Role, kind: Kind, ends: readonly Ends[]): Level {
  const levels = grantsOn(role, ends).map((grant) => grant?.[kind === 'model' ? 'models' : 'syncs'] ?? 'none');
  return order[Math.min(...levels.map((level) => order.indexOf(level)))] ?? 'none';
}

export const publishes = (role: Role, kind: Kind, ends: readonly Ends[]): boolean =>
  levelOn(role, kind, ends) === 'publish';

export const hasWorkspaceRight = (role: Role, right: WorkspaceRight): boolean => role.workspace.includes(right);

const weight = (value: boolean | Level | undefined): number =>
  typeof value === 'string' ? order.indexOf(value) : value === true ? 1 : 0;

function exceedsOn(granted: Grants, held: Grants): boolean {
  const scopes = new Set(['all', ...Object.keys(granted), ...Object.keys(held)]);
  return [...scopes].some((scope) => {
    const [given, has] = [onEnd(granted, scope), onEnd(held, scope)];
    return (
      given !== null &&
      (Object.keys(given) as (keyof Grant)[]).some((right) => weight(given[right]) > weight(has?.[right]))
    );
  });
}

/** Nobody can grant a right they do not hold. */
export const exceeds = (granted: Role, held: Role): boolean =>
  granted.workspace.some((right) => !held.workspace.includes(right)) ||
  exceedsOn(granted.sources, held.sources) ||
  exceedsOn(granted.destinations, held.destinations);
