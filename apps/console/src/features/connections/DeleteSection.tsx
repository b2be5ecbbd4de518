import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { InUseDialog } from '../../components/links/InUseDialog.tsx';
import { referrersOf } from '../../components/links/referrers-of.ts';
import { strings } from '../../strings/en.ts';
import classes from './Connections.module.css';
import type { Connection } from './connections-query.ts';
import { useDeleteConnection } from './use-connection-commands.ts';
import type { Kind } from './use-kind.ts';

const { connections } = strings;

export function DeleteSection({ kind, connection }: { kind: Kind; connection: Connection }) {
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const deleting = useDeleteConnection(kind, connection, () =>
    navigate({ to: kind === 'source' ? '/sources' : '/destinations', ignoreBlocker: true }),
  );
  const close = (): void => {
    setAsking(false);
    deleting.reset();
  };
  const texts = connections[kind];
  const referrers = referrersOf(deleting.error);
  return (
    <section className={classes.section} aria-labelledby="delete">
      <div className={classes.line}>
        <div>
          <h2 id="delete">{texts.delete}</h2>
          <p className={classes.quiet}>{texts.deleteDetail}</p>
        </div>
        <Button variant="outline" color="var(--mantine-color-error)" onClick={() => setAsking(true)}>
          {texts.delete}
        </Button>
      </div>
      {isAsking && referrers !== null && (
        <InUseDialog title={connections.deleteTitle(connection.name)} referrers={referrers} onClose={close} />
      )}
      {isAsking && referrers === null && (
        <ConfirmDialog
          title={connections.deleteTitle(connection.name)}
          action={strings.delete}
          isDestructive
          isPending={deleting.isPending}
          error={deleting.error}
          onConfirm={() => deleting.mutate()}
          onClose={close}
        >
          {texts.deleted(connection.name)}
        </ConfirmDialog>
      )}
    </section>
  );
}
