import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery } from '../../../api/session-query.ts';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { strings } from '../../../strings/en.ts';
import { NotAllowed } from '../NotAllowed.tsx';
import { AccountList } from './AccountList.tsx';
import { AddAccountDialog } from './AddAccountDialog.tsx';

const { accounts: texts } = strings.people;

/** The programs that may use the API. */
export function ServiceAccountsPage() {
  const role = useQuery(sessionQuery).data?.role;
  const [isAdding, setAdding] = useState(false);
  const navigate = useNavigate();
  const mayChange = role?.workspace.members === true;
  const add = mayChange && <Button onClick={() => setAdding(true)}>{texts.add.open}</Button>;
  return (
    <>
      <PageHeader title={texts.title} facts={texts.facts} actions={add} />
      {mayChange && <AccountList />}
      {role?.workspace.members === false && <NotAllowed right="members">{texts.forbidden(role.name)}</NotAllowed>}
      {isAdding && (
        <AddAccountDialog
          onAdded={(serviceAccountId) =>
            void navigate({ to: '/settings/service-accounts/$serviceAccountId', params: { serviceAccountId } })
          }
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
