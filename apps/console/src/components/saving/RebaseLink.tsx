import type { ButtonProps } from '@mantine/core';
import type { GatedKind } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { ButtonLink } from '../links/ButtonLink.tsx';

interface Props extends Pick<ButtonProps, 'variant' | 'size'> {
  kind: GatedKind;
  id: string;
}

/** To where a stale draft is put on what is published by now. */
export function RebaseLink({ kind, id, ...look }: Props) {
  const shared = { ...look, children: strings.drafts.inTheWay.rebase };
  return kind === 'model' ? (
    <ButtonLink to="/models/$modelId/rebase" params={{ modelId: id }} {...shared} />
  ) : (
    <ButtonLink to="/syncs/$syncId/rebase" params={{ syncId: id }} {...shared} />
  );
}
