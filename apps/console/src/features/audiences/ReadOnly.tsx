import { strings } from '../../strings/en.ts';
import { WhoMay } from '../../components/WhoMay.tsx';
import { collectionOf } from './live-queries.ts';
import type { Kind } from './use-kind.ts';

/** That one may look but not change, which right that takes, and whose roles have it. */
export function ReadOnly({ kind }: { kind: Kind }) {
  return (
    <p>
      {strings.audiences[kind].readOnly} <WhoMay grants={({ workspace }) => workspace[collectionOf(kind)]} />
    </p>
  );
}
