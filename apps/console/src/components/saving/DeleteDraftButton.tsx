import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GatedKind, Model, Sync } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { strings } from '../../strings/en.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { effectQuery } from './approvers-query.ts';
import { useDraftDeletion } from './use-draft-deletion.ts';

const { inTheWay: texts } = strings.drafts;

interface Props {
  kind: GatedKind;
  resource: Model | Sync;
  onDeleted: () => Promise<void> | void;
}

/** For those who wrote a draft, could approve it or could publish it; nothing where there is none to delete. */
export function DeleteDraftButton({ kind, resource, onDeleted }: Props) {
  const { name, draft, published, saveOptions } = resource;
  const session = useQuery(sessionQuery).data;
  const roleId = session?.role?.id;
  const place = 'ends' in resource ? (resource.draft?.ends ?? resource.ends) : resource;
  const effect = useQuery({ ...effectQuery(roleId ?? '', kind, place), enabled: roleId !== undefined });
  const [isAsking, setIsAsking] = useState(false);
  const deletion = useDraftDeletion(kind, resource, () => {
    setIsAsking(false);
    return onDeleted();
  });
  if (draft === null || draft.state === 'in_review' || session === undefined) return null;
  const { actions } = saveOptions;
  const mayPublish = actions.includes('publish') || actions.includes('publish_now');
  if (!mayPublish && !draft.contributors.includes(session.member.id) && !effect.data?.approve) return null;
  return (
    <>
      <Button
        variant="outline"
        color="var(--mantine-color-error)"
        size="xs"
        onClick={() => {
          deletion.reset();
          setIsAsking(true);
        }}
      >
        {texts.delete}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={texts.deleteTitle(name)}
          action={texts.delete}
          isDestructive
          {...(published === null && { nameToType: name })}
          isPending={deletion.isPending}
          error={deletion.error}
          onConfirm={() => deletion.mutate()}
          onClose={() => setIsAsking(false)}
        >
          {published === null ? texts.deleteAll(name) : texts.deleteDetail(name)}
        </ConfirmDialog>
      )}
    </>
  );
}
