import type { Ends, RequestItem } from '@imprimatur/contracts';

/** A model is judged on its source. */
export interface ModelSubject {
  kind: 'model';
  sourceId: string;
}

/** A sync is judged on its model's source and its destination; one that is being moved on its new and its old ends together. */
export interface SyncSubject {
  kind: 'sync';
  ends: readonly { sourceId: string; destinationId: string }[];
}

export interface SourceSubject {
  kind: 'source';
  id: string;
}

export interface DestinationSubject {
  kind: 'destination';
  id: string;
}

/** Something rights are asked for. */
export type Subject = ModelSubject | SyncSubject | SourceSubject | DestinationSubject;

/** As much of an item of an approval request as rights on it are judged by. */
export interface JudgedItem {
  kind: RequestItem['kind'];
  ends: readonly Pick<Ends, 'sourceId' | 'destinationId'>[];
}

/** What an item of an approval request is judged on: all its ends. Throws a TypeError for a sync without a destination, a bug. */
export function subjectOf(item: JudgedItem): ModelSubject | SyncSubject {
  if (item.kind === 'model') {
    const sources = new Set(item.ends.map(({ sourceId }) => sourceId));
    const [sourceId] = sources;
    if (sourceId === undefined || sources.size > 1) throw new TypeError('a model has exactly one source, for good');
    return { kind: 'model', sourceId };
  }
  return {
    kind: 'sync',
    ends: item.ends.map(({ sourceId, destinationId }) => {
      if (destinationId === null) throw new TypeError('a sync has a destination at all its ends');
      return { sourceId, destinationId };
    }),
  };
}
