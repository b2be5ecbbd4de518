import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import type { ReactNode } from 'react';

interface Props {
  kind: 'model' | 'sync';
  resourceId: string;
  children: ReactNode;
}

/** Leads to where a draft is brought up to what was published meanwhile. */
export function RebaseLink({ kind, resourceId, children }: Props) {
  return kind === 'model' ? (
    <AnchorLink to="/models/$modelId/rebase" params={{ modelId: resourceId }} inherit>
      {children}
    </AnchorLink>
  ) : (
    <AnchorLink to="/syncs/$syncId/rebase" params={{ syncId: resourceId }} inherit>
      {children}
    </AnchorLink>
  );
}
