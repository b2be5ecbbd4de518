import type { Ends } from '@imprimatur/contracts';
import type { Change } from './change.ts';

type Names = Map<unknown, string>;

function namesOf(ends: Ends[], id: 'modelId' | 'destinationId', name: 'modelName' | 'destinationName'): Names {
  return new Map(ends.flatMap((end) => (end[id] !== null && end[name] !== null ? [[end[id], end[name]]] : [])));
}

/** Contents refer to model and destination by id; people know them by the names that the item's ends carry. Both stay readable. */
export function withNames(changes: Change[], ends: Ends[]): Change[] {
  const names: Record<string, Names> = {
    '/configuration/modelId': namesOf(ends, 'modelId', 'modelName'),
    '/configuration/destinationId': namesOf(ends, 'destinationId', 'destinationName'),
  };
  return changes.map((change) => {
    const known = change.kind === 'field' ? names[change.path] : undefined;
    if (change.kind !== 'field' || known === undefined) return change;
    const [beforeName, afterName] = [known.get(change.before), known.get(change.after)];
    return { ...change, ...(beforeName && { beforeName }), ...(afterName && { afterName }) };
  });
}
