import { canCreate, defineAbilityFor } from '@imprimatur/abilities';
import { WhoMay } from '../../components/WhoMay.tsx';
import { strings } from '../../strings/en.ts';
import type { Kind } from './use-kind.ts';

/** Which right it takes to add one, and whose roles have it. */
export function WhoCreates({ kind }: { kind: Kind }) {
  return (
    <>
      {strings.connections.whoCreates} <WhoMay grants={(role) => canCreate(defineAbilityFor(role), kind)} />
    </>
  );
}
