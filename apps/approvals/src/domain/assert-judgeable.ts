import type { RequestItem } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';

type Judged = Pick<RequestItem, 'resourceId' | 'kind' | 'ends'>;

/**
 * Throws `request.unjudgeable` for items that rights cannot be judged on, or that are there twice. Resources submits none: whoever did is
 * not to open a request on which every list of the workspace would stumble.
 */
export function assertJudgeable(items: readonly Judged[]): void {
  const resources = new Set(items.map(({ resourceId }) => resourceId));
  if (resources.size === items.length && items.every(isJudgeable)) return;
  throw new DomainError('invalid', 'request.unjudgeable', 'Nobody could judge rights on these items.');
}

function isJudgeable({ kind, ends }: Judged): boolean {
  if (kind === 'model') return new Set(ends.map(({ sourceId }) => sourceId)).size === 1;
  return ends.every(({ destinationId }) => destinationId !== null);
}
