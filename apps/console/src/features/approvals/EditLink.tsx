import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import type { ReactNode } from 'react';

interface Props {
  kind: 'model' | 'sync';
  resourceId: string;
  children: ReactNode;
}

/** Leads to where the draft of a model or a sync is edited. */
export function EditLink({ kind, resourceId, children }: Props) {
  return kind === 'model' ? (
    <AnchorLink to="/models/$modelId/edit" params={{ modelId: resourceId }} inherit>
      {children}
    </AnchorLink>
  ) : (
    <AnchorLink to="/syncs/$syncId/edit" params={{ syncId: resourceId }} inherit>
      {children}
    </AnchorLink>
  );
}
