import { useQuery } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { sessionQuery } from '../../api/session-query.ts';
import { Notice } from '../../components/saving/Notice.tsx';
import { strings } from '../../strings/en.ts';
import type { SyncForm } from './sync-form.ts';
import { useSaveOptions } from './use-save-options.ts';
import type { SyncParts } from './use-sync-parts.ts';

/** Said as soon as model and destination are known, not after all the work. */
export function MayNotSave({ form, parts }: { form: SyncForm; parts: SyncParts }) {
  const options = useSaveOptions(form, parts);
  const role = useQuery(sessionQuery).data?.role?.name ?? strings.drafts.save.noRole;
  if (options === undefined || options.code === null) return null;
  return (
    <Notice tone="grey" icon={IconLock} label={strings.syncs.destination.cannotSave}>
      <p>{strings.drafts.save.none[options.code](role)}</p>
    </Notice>
  );
}
