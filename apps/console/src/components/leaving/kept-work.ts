import type { Session } from '../../api/session-query.ts';

/** Whoever is signed in: a person has other names in other workspaces, but the same address. */
export type Keeper = Pick<Session, 'member' | 'workspace'>;

export interface KeptWork<Work> {
  at: string;
  work: Work;
}

const PREFIX = 'imprimatur.unsaved/';
let isLetGo = false;

const placesOf = ({ member }: Keeper): string => `${PREFIX}${encodeURIComponent(member.email ?? member.id)}/`;

/** Where work of that name is kept: nobody else is offered it. */
export const keptPlace = (keeper: Keeper, name: string): string => `${placesOf(keeper)}${keeper.workspace.id}/${name}`;

export function keep(place: string, work: string): void {
  if (isLetGo) return;
  try {
    window.localStorage.setItem(place, `{"at":"${new Date().toISOString()}","work":${work}}`);
  } catch {
    // A browser that is full or keeps nothing: then it is not kept.
  }
}

export function forget(place: string): void {
  try {
    window.localStorage.removeItem(place);
  } catch {
    // As above.
  }
}

export function readKept<Work>(place: string, isWork: (kept: unknown) => kept is Work): KeptWork<Work> | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(place) ?? 'null') as KeptWork<unknown> | null;
    return kept !== null && typeof kept.at === 'string' && isWork(kept.work) ? { at: kept.at, work: kept.work } : null;
  } catch {
    return null;
  }
}

/** Whether somebody has unsaved work in this browser, wherever and in whichever workspace. */
export const hasKeptWork = (keeper: Keeper): boolean => placesWithWork(keeper).length > 0;

/** Who leaves on purpose leaves nothing to read for the next one; from here on nothing is kept, nor holds the page back. */
export function letGoOfWork(keeper: Keeper | undefined): void {
  isLetGo = true;
  if (keeper !== undefined) for (const place of placesWithWork(keeper)) forget(place);
}

export const isWorkLetGo = (): boolean => isLetGo;

function placesWithWork(keeper: Keeper): string[] {
  try {
    return Object.keys(window.localStorage).filter((place) => place.startsWith(placesOf(keeper)));
  } catch {
    return [];
  }
}
