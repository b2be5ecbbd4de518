import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { RoleContent } from './role-content.ts';
import { roleEffectQuery, type Place } from './role-effect-query.ts';
import type { Role } from '../../../api/roles-query.ts';
import { flagsByCell } from './without-effect.ts';

const PAUSE_MS = 250;

/** What the role as it stands comes to at a place, asked anew a moment after it was changed. */
export function useRoleEffect(role: Role, content: RoleContent, isReadOnly: boolean) {
  const [place, setPlace] = useState<Place>({ kind: 'model' });
  const wanted = isReadOnly ? null : content;
  const [asked] = useDebouncedValue(wanted, PAUSE_MS);
  const effect = useQuery(roleEffectQuery(role.id, asked, place));
  const ofSaved = useMemo(() => flagsByCell(role, role.withoutEffect), [role]);
  return {
    place,
    setPlace,
    effect: effect.data,
    error: effect.error,
    isBehind: asked !== wanted || effect.isFetching,
    flags: isReadOnly ? ofSaved : (effect.data?.flags ?? ofSaved),
    retry: (): void => void effect.refetch(),
  };
}
