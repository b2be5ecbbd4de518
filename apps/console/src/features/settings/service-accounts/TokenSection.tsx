import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { ListSkeleton } from '../../../components/ListSkeleton.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { Said } from '../../../components/Said.tsx';
import { strings } from '../../../strings/en.ts';
import classes from '../members/Members.module.css';
import { tokensQuery, type ServiceAccount, type ServiceToken } from './accounts-query.ts';
import { MakeTokenDialog } from './MakeTokenDialog.tsx';
import { TokenTable } from './TokenTable.tsx';
import { useRevokeToken } from './use-account-commands.ts';

const { tokens: texts } = strings.people;

/** What a program signs in with. */
export function TokenSection({ account }: { account: ServiceAccount }) {
  const tokens = useQuery(tokensQuery(account.id));
  const [isMaking, setMaking] = useState(false);
  const [doomed, setDoomed] = useState<ServiceToken | null>(null);
  const [said, setSaid] = useState('');
  const revoking = useRevokeToken(account.id, () => {
    setSaid(texts.revoked(doomed?.name ?? ''));
    setDoomed(null);
  });
  const close = (): void => {
    setDoomed(null);
    revoking.reset();
  };
  return (
    <section className={classes.section} aria-labelledby="tokens">
      <div className={classes.line}>
        <h2 id="tokens">{texts.title}</h2>
        {account.active && (
          <Button variant="default" onClick={() => setMaking(true)}>
            {texts.make.open}
          </Button>
        )}
      </div>
      <Said>{said}</Said>
      {tokens.isPending && <ListSkeleton label={texts.loading} />}
      {tokens.isError && <ProblemNotice error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.items.length === 0 && <p className={classes.note}>{texts.empty}</p>}
      {tokens.data && tokens.data.items.length > 0 && <TokenTable tokens={tokens.data.items} onRevoke={setDoomed} />}
      {isMaking && <MakeTokenDialog accountId={account.id} onClose={() => setMaking(false)} />}
      {doomed && (
        <ConfirmDialog
          title={texts.revokeTitle(doomed.name)}
          action={texts.revoke}
          isDestructive
          isPending={revoking.isPending}
          error={revoking.error}
          onConfirm={() => revoking.mutate(doomed.id)}
          onClose={close}
        >
          {texts.revokeDetail(doomed.name, account.name)}
        </ConfirmDialog>
      )}
    </section>
  );
}
