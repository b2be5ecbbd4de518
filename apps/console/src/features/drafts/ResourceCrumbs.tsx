import type { GatedKind } from '../../api/resource-queries.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { strings } from '../../strings/en.ts';

/** The way back: the list, then the resource that a page is about. */
export function ResourceCrumbs({ kind, id, name }: { kind: GatedKind; id: string; name: string }) {
  return kind === 'model' ? (
    <>
      <AnchorLink to="/models" inherit>
        {strings.navigation.models}
      </AnchorLink>{' '}
      /{' '}
      <AnchorLink to="/models/$modelId" params={{ modelId: id }} inherit>
        {name}
      </AnchorLink>
    </>
  ) : (
    <>
      <AnchorLink to="/syncs" inherit>
        {strings.navigation.syncs}
      </AnchorLink>{' '}
      /{' '}
      <AnchorLink to="/syncs/$syncId" params={{ syncId: id }} inherit>
        {name}
      </AnchorLink>
    </>
  );
}
