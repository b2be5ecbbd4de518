import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ListSkeleton } from '../../../components/ListSkeleton.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { strings } from '../../../strings/en.ts';
import { LeavingSection } from '../members/LeavingSection.tsx';
import { MemberEditor } from '../members/MemberEditor.tsx';
import { accountQuery } from './accounts-query.ts';
import { TokenSection } from './TokenSection.tsx';

const { account: texts, accounts } = strings.people;

/** One service account: its role, its tokens, and how it ends. */
export function ServiceAccountPage() {
  const { serviceAccountId: id } = useParams({
    from: '/frame/in-settings/settings/service-accounts/$serviceAccountId',
  });
  const account = useQuery(accountQuery(id));
  const navigate = useNavigate();
  const { data } = account;
  return (
    <>
      <PageHeader
        breadcrumb={<Link to="/settings/service-accounts">{accounts.title}</Link>}
        title={data?.name ?? accounts.title}
        status={data && <StatusBadge status={data.active ? 'active' : 'deactivated'} />}
        facts={data?.role.name}
      />
      {account.isPending && <ListSkeleton label={texts.loading} />}
      {account.isError && !data && <ProblemNotice error={account.error} onRetry={() => void account.refetch()} />}
      {data && (
        <>
          <MemberEditor key={id} kind="service-account" member={data} />
          <TokenSection account={data} />
          <LeavingSection
            kind="service-account"
            person={data}
            texts={texts.leaving}
            asksFirst={texts.asksFirst}
            onGone={() => navigate({ to: '/settings/service-accounts', ignoreBlocker: true })}
          />
        </>
      )}
    </>
  );
}
