import { createContext, use, useEffect, useRef, type RefObject } from 'react';

/** Changes that stand together and are shown one after the other. */
export interface ChangeStops {
  element: () => HTMLElement | null;
  count: number;
  /** Brings one into view and puts the focus there. */
  show: (at: number) => void;
}

interface Position {
  /** Counted from 1; 0 before the first. */
  at: number;
  of: number;
}

type Stop = [stops: { readonly current: ChangeStops }, at: number];

/** Leads from change to change through everything on a page, in the order that it stands there; what is folded away is left out. */
export class ChangeTour {
  readonly #groups = new Set<{ readonly current: ChangeStops }>();
  readonly #listeners = new Set<() => void>();
  #last: Stop | null = null;
  #position: Position = { at: 0, of: 0 };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly position = (): Position => this.#position;

  register(group: { readonly current: ChangeStops }): () => void {
    this.#groups.add(group);
    return () => {
      this.#groups.delete(group);
      this.recount();
    };
  }

  /** Something came, went or was folded. */
  recount(): void {
    const stops = this.#stops();
    this.#moveTo({ at: this.#indexIn(stops) + 1, of: stops.length });
  }

  go(step: 1 | -1): void {
    const stops = this.#stops();
    const index = Math.max(0, Math.min(stops.length - 1, this.#indexIn(stops) + step));
    const stop = stops[index];
    if (stop === undefined) return;
    this.#last = stop;
    this.#moveTo({ at: index + 1, of: stops.length });
    stop[0].current.show(stop[1]);
  }

  #moveTo({ at, of }: Position): void {
    if (at === this.#position.at && of === this.#position.of) return;
    this.#position = { at, of };
    for (const listener of this.#listeners) listener();
  }

  #stops(): Stop[] {
    return [...this.#groups]
      .map((group) => ({ group, element: group.current.element() }))
      .filter((shown): shown is typeof shown & { element: HTMLElement } => Boolean(shown.element?.offsetParent))
      .sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
      .flatMap(({ group }) => Array.from({ length: group.current.count }, (_, at): Stop => [group, at]));
  }

  #indexIn(stops: Stop[]): number {
    const last = this.#last;
    return last === null ? -1 : stops.findIndex(([group, at]) => group === last[0] && at === last[1]);
  }
}

export const ChangeTourContext = createContext<ChangeTour | null>(null);

/** Makes the changes of a component stops of the tour through the page, if there is one. */
export function useChangeStops(
  element: RefObject<HTMLElement | null>,
  count: number,
  show: (at: number) => void,
): void {
  const tour = use(ChangeTourContext);
  const stops = useRef<ChangeStops>({ element: () => element.current, count, show });
  useEffect(() => {
    stops.current = { element: () => element.current, count, show };
  });
  useEffect(() => tour?.register(stops), [tour]);
  useEffect(() => tour?.recount(), [tour, count]);
}

/** Puts the focus on a row without the page jumping more than it must. */
export function showStop(row: HTMLElement | null | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'center' });
}
