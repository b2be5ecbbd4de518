import { canCreate, defineAbilityFor } from '@imprimatur/abilities';
import { CreateConnectionBody } from '@imprimatur/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sessionQuery } from '../../api/session-query.ts';
import { useApiForm } from '../../components/forms/use-api-form.ts';
import { LeaveGuard } from '../../components/leaving/LeaveGuard.tsx';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { emptyConnection } from './connection-form.ts';
import { ConnectionForm } from './ConnectionForm.tsx';
import classes from './Connections.module.css';
import { useCreateConnection } from './use-connection-commands.ts';
import { WhoCreates } from './WhoCreates.tsx';
import { useKind } from './use-kind.ts';

const { connections } = strings;

export function NewConnectionPage() {
  const { kind } = useKind();
  const navigate = useNavigate();
  const form = useApiForm(CreateConnectionBody, emptyConnection);
  const creating = useCreateConnection(kind);
  const role = useQuery(sessionQuery).data?.role;
  const isForbidden = role !== undefined && (role === null || !canCreate(defineAbilityFor(role), kind));
  const texts = connections[kind];
  const send = form.handleSubmit((body) => {
    form.accept();
    creating.mutate(body, {
      onError: form.refuse,
      onSuccess: ({ id }) =>
        void (kind === 'source'
          ? navigate({ to: '/sources/$sourceId', params: { sourceId: id }, ignoreBlocker: true })
          : navigate({ to: '/destinations/$destinationId', params: { destinationId: id }, ignoreBlocker: true })),
    });
  });
  return (
    <>
      <PageHeader
        breadcrumb={<AnchorLink to={kind === 'source' ? '/sources' : '/destinations'}>{texts.title}</AnchorLink>}
        title={texts.create}
        facts={texts.facts}
      />
      {isForbidden && (
        <p>
          <WhoCreates kind={kind} />
        </p>
      )}
      {Boolean(form.refusal) && <ProblemNotice error={form.refusal} />}
      <form onSubmit={(event) => void send(event)} noValidate>
        <ConnectionForm form={form} />
        <div className={classes.buttons}>
          <Button type="submit" loading={creating.isPending} disabled={isForbidden}>
            {texts.save}
          </Button>
        </div>
      </form>
      <LeaveGuard isUnsaved={form.formState.isDirty && !creating.isSuccess} />
    </>
  );
}
