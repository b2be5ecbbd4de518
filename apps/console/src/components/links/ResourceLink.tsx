import { AnchorLink } from './AnchorLink.tsx';

interface Props {
  kind: 'model' | 'sync';
  resourceId: string;
  name: string;
}

/** Leads to a model or a sync. */
export function ResourceLink({ kind, resourceId, name }: Props) {
  return kind === 'model' ? (
    <AnchorLink to="/models/$modelId" params={{ modelId: resourceId }} inherit>
      <bdi>{name}</bdi>
    </AnchorLink>
  ) : (
    <AnchorLink to="/syncs/$syncId" params={{ syncId: resourceId }} inherit>
      <bdi>{name}</bdi>
    </AnchorLink>
  );
}
