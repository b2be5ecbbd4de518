import type { GatedKind } from '../../api/resource-queries.ts';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { strings } from '../../strings/en.ts';

/** The way back to what a page is about. */
export function BackLink({ kind, id, name }: { kind: GatedKind; id: string; name: string }) {
  const shared = { variant: 'default', children: strings.drafts.backTo(name) };
  return kind === 'model' ? (
    <ButtonLink to="/models/$modelId" params={{ modelId: id }} {...shared} />
  ) : (
    <ButtonLink to="/syncs/$syncId" params={{ syncId: id }} {...shared} />
  );
}
