import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { SaveOptions } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { Notice } from '../../components/saving/Notice.tsx';
import { strings } from '../../strings/en.ts';

/** Said as soon as the source is known, not after all the work. */
export function MayNotSave({ saveOptions }: { saveOptions: SaveOptions | undefined }) {
  const role = useQuery(sessionQuery).data?.role?.name ?? strings.drafts.save.noRole;
  if (saveOptions === undefined || saveOptions.code === null) return null;
  return (
    <Notice tone="grey" icon={IconLock} label={strings.models.editor.cannotHere}>
      <p>{strings.drafts.save.none[saveOptions.code](role)}</p>
    </Notice>
  );
}
