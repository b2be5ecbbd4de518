import type { ReactNode } from 'react';
import type { GatedKind } from '../../api/resource-queries.ts';
import { AnchorLink } from '../links/AnchorLink.tsx';
import type { Compared } from './comparison-query.ts';

interface Props {
  kind: GatedKind;
  id: string;
  from: Compared;
  to: Compared;
  label: string;
  children: ReactNode;
}

/** Leads to what differs between two contents of a resource. */
export function CompareLink({ kind, id, from, to, label, children }: Props) {
  const shared = { search: { from, to }, inherit: true, 'aria-label': label, children };
  return kind === 'model' ? (
    <AnchorLink to="/models/$modelId/compare" params={{ modelId: id }} {...shared} />
  ) : (
    <AnchorLink to="/syncs/$syncId/compare" params={{ syncId: id }} {...shared} />
  );
}
