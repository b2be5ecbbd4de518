import { useState } from 'react';
import type { Model, ModelContent } from '../../api/resource-queries.ts';
import type { BasedOn } from '../../components/saving/theirs-of.ts';
import { emptyForm, formOf, isForm, isSameForm, type ModelForm } from './model-form.ts';

/** What a change is made on; of a new model there is nothing yet. */
export interface Ground {
  basedOn: BasedOn;
  content: ModelContent | null;
}

export const newGround: Ground = { basedOn: null, content: null };

/** The draft, unless what is published is to be changed around it. Where there is neither, it is saved anew. */
export function groundOf({ draft, published }: Model, isHotfix: boolean): Ground {
  if (draft !== null && !(isHotfix && published !== null))
    return { basedOn: { revision: draft.revision }, content: draft.content };
  return published === null ? newGround : { basedOn: { version: published.version }, content: published.content };
}

export interface ModelWork {
  ground: Ground;
  form: ModelForm;
}

export const isWork = (kept: unknown): kept is ModelWork =>
  typeof kept === 'object' && kept !== null && 'ground' in kept && 'form' in kept && isForm(kept.form);

export const formOn = ({ content }: Ground): ModelForm => (content === null ? emptyForm : formOf(content));

/** What is edited: the server's latest while nothing is changed, and from the first change on what was there then. */
export function useModelWork(latest: Ground) {
  const [held, setHeld] = useState<ModelWork | null>(null);
  const ground = held?.ground ?? latest;
  const form = held?.form ?? formOn(ground);
  const hold = (on: Ground, next: ModelForm): ModelWork | null =>
    isSameForm(formOn(on), next) ? null : { ground: on, form: next };
  return {
    ...{ ground, form, held },
    isUnsaved: held !== null,
    /** Somebody has saved or published since the first change was made. */
    isOvertaken: held !== null && JSON.stringify(held.ground.basedOn) !== JSON.stringify(latest.basedOn),
    change: (part: (form: ModelForm) => ModelForm) =>
      setHeld((before) => hold(before?.ground ?? latest, part(before?.form ?? formOn(latest)))),
    /** Goes on with this on other ground. */
    moveTo: (on: Ground, next: ModelForm = form) => setHeld(hold(on, next)),
    discard: () => setHeld(null),
  };
}
export type Work = ReturnType<typeof useModelWork>;
