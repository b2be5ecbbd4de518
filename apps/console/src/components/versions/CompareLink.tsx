import type { AnchorProps } from '@mantine/core';
import type { AriaAttributes, ReactNode } from 'react';
import type { GatedKind } from '../../api/resource-queries.ts';
import { AnchorLink } from '../links/AnchorLink.tsx';
import type { Compared } from './comparison-query.ts';

interface Props extends Pick<AnchorProps, 'size' | 'inherit'>, Pick<AriaAttributes, 'aria-label'> {
  kind: GatedKind;
  id: string;
  from: Compared;
  to: Compared;
  children: ReactNode;
}

/** Leads to what differs between two contents of a resource. */
export function CompareLink({ kind, id, from, to, ...look }: Props) {
  const shared = { ...look, search: { from, to } };
  return kind === 'model' ? (
    <AnchorLink to="/models/$modelId/compare" params={{ modelId: id }} {...shared} />
  ) : (
    <AnchorLink to="/syncs/$syncId/compare" params={{ syncId: id }} {...shared} />
  );
}
