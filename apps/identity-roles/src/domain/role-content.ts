import { grantsWithoutEffect } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { DomainError, type FieldError } from '@imprimatur/kernel';

type Grants = Pick<RoleDocument, 'workspace' | 'sources' | 'destinations'>;

/**
 * Refuses grants that mean nothing: a source or destination named twice, a right without `view`. `within` is where the grants stand in
 * the input, as a JSON pointer.
 */
export function assertSound(grants: Grants, within = ''): void {
  const fields = [
    ...namedTwice('/sources', grants.sources),
    ...namedTwice('/destinations', grants.destinations),
    ...withoutView(grants),
  ].map((field) => ({ ...field, path: `${within}${field.path}` }));
  if (fields.length === 0) return;
  throw new DomainError('invalid', 'input.invalid', 'These grants cannot be. See the fields.', {
    fields: fields.slice(0, 100),
  });
}

function namedTwice(pointer: string, grants: readonly { scope: string }[]): FieldError[] {
  return grants.flatMap(({ scope }, index) =>
    grants.findIndex((other) => other.scope === scope) < index
      ? [{ path: `${pointer}/${index}/scope`, code: 'scope-twice', message: 'has a grant above already' }]
      : [],
  );
}

const withoutView = (grants: Grants): FieldError[] =>
  grantsWithoutEffect(grants)
    .filter(({ reason }) => reason === 'view-missing')
    .map(({ path }) => ({ path, code: 'view-missing', message: 'takes `view` in the same grant' }));
