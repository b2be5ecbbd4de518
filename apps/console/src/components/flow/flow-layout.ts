import type { RefusalCode } from '../run-now/refusal-codes.ts';
import { holdupOf, type FlowEnd, type FlowModel, type FlowSync } from './flow-data.ts';
import type { Flow } from './use-flow.ts';

interface Placed {
  /** Unlike that of any other box in the picture. */
  key: string;
  /** How far down, in heights of a box; the middle of others may be halfway. */
  row: number;
}

export type FlowBoxData = Placed &
  (
    | { column: 'source' | 'destination'; end: FlowEnd; count: number }
    | { column: 'model'; model: FlowModel }
    | { column: 'sync'; sync: FlowSync; holdup: RefusalCode | null }
    | { column: 'sync'; more: number; modelId: string }
  );

/** From one box to the next; held up where a sync does not run. */
export interface FlowLine {
  from: FlowBoxData;
  to: FlowBoxData;
  holdup: RefusalCode | null;
}

export interface FlowLayout {
  boxes: FlowBoxData[];
  lines: FlowLine[];
  rows: number;
}

const SHOWN_OF_MODEL = 6;
const LOWEST_SOURCE = 3;

/** Puts the boxes of one source into columns: syncs one below the other, everything else beside the middle of what it belongs to. */
export function layOut({ models, syncs, readiness }: Flow, unfolded: ReadonlySet<string>): FlowLayout {
  const layout: FlowLayout = { boxes: [], lines: [], rows: 0 };
  const { boxes, lines } = layout;
  const destinations = new Map<string, { end: FlowEnd; from: Extract<FlowBoxData, { sync: FlowSync }>[] }>();
  const modelBoxes: FlowBoxData[] = [];

  for (const model of models) {
    const own = syncs
      .filter(({ modelId }) => modelId === model.id)
      .map((sync) => ({ sync, holdup: holdupOf(readiness.get(sync.id)) }))
      .sort((a, b) => Number(b.holdup !== null) - Number(a.holdup !== null));
    const isFolded = own.length > SHOWN_OF_MODEL && !unfolded.has(model.id);
    const shown = isFolded ? own.slice(0, SHOWN_OF_MODEL - 1) : own;
    const height = Math.max(1, shown.length + Number(isFolded));
    const modelBox: FlowBoxData = {
      ...{ key: `model ${model.id}`, column: 'model', model },
      row: layout.rows + (height - 1) / 2,
    };
    modelBoxes.push(modelBox);
    for (const [index, { sync, holdup }] of shown.entries()) {
      const row = layout.rows + index;
      const box = { key: `sync ${sync.id}`, column: 'sync' as const, row, sync, holdup };
      boxes.push(box);
      lines.push({ from: modelBox, to: box, holdup });
      const { id, name } = sync.destination;
      const destination = destinations.get(id ?? '') ?? { end: { id, name }, from: [] };
      destination.from.push(box);
      destinations.set(id ?? '', destination);
    }
    if (isFolded) {
      const more = own.length - shown.length;
      const row = layout.rows + shown.length;
      const box: FlowBoxData = { key: `more ${model.id}`, column: 'sync', row, more, modelId: model.id };
      boxes.push(box);
      lines.push({ from: modelBox, to: box, holdup: null });
    }
    layout.rows += height;
  }

  const [first] = models;
  if (first !== undefined) {
    const source: FlowBoxData = {
      ...{ key: `source ${first.source.id}`, column: 'source', end: first.source, count: models.length },
      row: Math.min((layout.rows - 1) / 2, LOWEST_SOURCE),
    };
    boxes.push(source, ...modelBoxes);
    lines.push(...modelBoxes.map((to) => ({ from: source, to, holdup: null })));
  }
  placeDestinations(layout, [...destinations.values()]);
  return layout;
}

interface Reached {
  end: FlowEnd;
  from: Extract<FlowBoxData, { sync: FlowSync }>[];
}

function placeDestinations(layout: FlowLayout, destinations: Reached[]): void {
  let free = 0;
  const inOrder = destinations.map((reached) => ({ ...reached, middle: middleOf(reached) }));
  for (const { end, from, middle } of inOrder.sort((a, b) => a.middle - b.middle)) {
    const row = Math.max(free, middle);
    free = row + 1;
    const key = `destination ${end.id}`;
    const box: FlowBoxData = { key, column: 'destination', row, end, count: from.length };
    layout.boxes.push(box);
    layout.lines.push(...from.map((sync) => ({ from: sync, to: box, holdup: sync.holdup })));
  }
  layout.rows = Math.max(layout.rows, free);
}

const middleOf = ({ from }: Reached): number => from.reduce((sum, { row }) => sum + row, 0) / from.length;

/** The boxes that rows pass on their way to or from this one. */
export function pathThrough(key: string, lines: readonly FlowLine[]): ReadonlySet<string> {
  const path = new Set([key]);
  const follow = (at: string, back: boolean): void => {
    for (const { from, to } of lines) {
      const [here, next] = back ? [to.key, from.key] : [from.key, to.key];
      if (here !== at || path.has(next)) continue;
      path.add(next);
      follow(next, back);
    }
  };
  follow(key, true);
  follow(key, false);
  return path;
}
