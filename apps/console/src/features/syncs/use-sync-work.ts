import { useState } from 'react';
import type { Sync, SyncContent } from '../../api/resource-queries.ts';
import type { BasedOn } from '../../components/saving/theirs-of.ts';
import { formOf, isSameForm, type SyncForm } from './sync-form.ts';

/** What a change is made on. */
export interface Ground {
  basedOn: BasedOn;
  content: SyncContent;
}

/** The draft, unless what is published is to be changed around it; null for what one may not see. */
export function groundOf({ draft, published }: Sync, isHotfix: boolean): Ground | null {
  if (draft !== null && !isHotfix) return { basedOn: { revision: draft.revision }, content: draft.content };
  return published === null ? null : { basedOn: { version: published.version }, content: published.content };
}

export interface SyncWork {
  ground: Ground;
  form: SyncForm;
}

/** What is edited: the server's latest while nothing is changed, and from the first change on what was there then. */
export function useSyncWork(latest: Ground) {
  const [held, setHeld] = useState<SyncWork | null>(null);
  const ground = held?.ground ?? latest;
  const form = held?.form ?? formOf(ground.content);
  const hold = (on: Ground, next: SyncForm): void =>
    setHeld(isSameForm(formOf(on.content), next) ? null : { ground: on, form: next });
  return {
    ...{ ground, form, held },
    isUnsaved: held !== null,
    /** Somebody has saved or published since the first change was made. */
    isOvertaken: held !== null && JSON.stringify(held.ground.basedOn) !== JSON.stringify(latest.basedOn),
    change: (next: SyncForm) => hold(ground, next),
    /** Goes on with this on other ground. */
    moveTo: (on: Ground, next: SyncForm = form) => hold(on, next),
    discard: () => setHeld(null),
  };
}
