import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { InUseDialog } from '../../components/links/InUseDialog.tsx';
import { referrersOf } from '../../components/links/referrers-of.ts';
import { strings } from '../../strings/en.ts';
import classes from './Audiences.module.css';
import type { Live } from './live-queries.ts';
import type { Kind } from './use-kind.ts';
import { useDeleteLive } from './use-live-commands.ts';

const { audiences } = strings;

export function DeleteLive({ kind, live }: { kind: Kind; live: Live }) {
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const deleting = useDeleteLive(kind, live, () =>
    navigate({ to: kind === 'audience' ? '/audiences' : '/journeys', ignoreBlocker: true }),
  );
  const close = (): void => {
    setAsking(false);
    deleting.reset();
  };
  const texts = audiences[kind];
  const referrers = referrersOf(deleting.error);
  return (
    <div className={classes.delete}>
      <p>{texts.deleteDetail}</p>
      <Button variant="outline" color="var(--mantine-color-error)" onClick={() => setAsking(true)}>
        {texts.delete}
      </Button>
      {isAsking && referrers !== null && (
        <InUseDialog title={audiences.deleteTitle(live.name)} referrers={referrers} onClose={close} />
      )}
      {isAsking && referrers === null && (
        <ConfirmDialog
          title={audiences.deleteTitle(live.name)}
          action={strings.delete}
          isDestructive
          isPending={deleting.isPending}
          error={deleting.error}
          onConfirm={() => deleting.mutate()}
          onClose={close}
        >
          {audiences.deleted(live.name)}
        </ConfirmDialog>
      )}
    </div>
  );
}
