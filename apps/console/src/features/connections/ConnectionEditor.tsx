import { CreateConnectionBody } from '@imprimatur/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { ProblemError } from '../../api/problem-error.ts';
import { StaleNotice } from '../../components/forms/StaleNotice.tsx';
import { useApiForm } from '../../components/forms/use-api-form.ts';
import { LeaveGuard } from '../../components/leaving/LeaveGuard.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Said } from '../../components/Said.tsx';
import { strings } from '../../strings/en.ts';
import { differencesOf } from './connection-differences.ts';
import { changeOf, fieldsOf, hasNewSettings } from './connection-form.ts';
import { ConnectionForm } from './ConnectionForm.tsx';
import classes from './Connections.module.css';
import type { Connection } from './connections-query.ts';
import { useChangeConnection } from './use-connection-commands.ts';
import type { Kind } from './use-kind.ts';

const { form: texts } = strings.connections;

/** What is saved, to be changed. Credentials are never shown; they stay unless others are typed. */
export function ConnectionEditor({ kind, connection }: { kind: Kind; connection: Connection }) {
  // What was seen when the typing began: what If-Match names.
  const [seen, setSeen] = useState(connection);
  const form = useApiForm(CreateConnectionBody, fieldsOf(connection));
  const changing = useChangeConnection(kind, connection.id);
  const [said, setSaid] = useState('');
  const typed = useWatch({ control: form.control });
  const { isDirty } = form.formState;
  if (!isDirty && seen.version !== connection.version) {
    setSeen(connection);
    form.reset(fieldsOf(connection));
  }
  const needsPassword = hasNewSettings(seen, { ...fieldsOf(seen), ...typed } as never);
  const isStale = changing.error instanceof ProblemError && changing.error.problem.status === 412;
  const send = form.handleSubmit((fields) => {
    form.accept();
    setSaid('');
    changing.mutate(
      { change: changeOf(seen, fields), version: seen.version },
      {
        onError: form.refuse,
        onSuccess: () => {
          form.reset({ ...fields, credentials: { password: '' } });
          setSaid(texts.saved);
        },
      },
    );
  });
  const goOn = (fields = fieldsOf(connection)): void => {
    setSeen(connection);
    form.reset(fieldsOf(connection));
    form.reset(fields, { keepDefaultValues: true });
    form.accept();
    changing.reset();
  };
  return (
    <section className={classes.section} aria-labelledby="how">
      <h2 id="how">{texts.title}</h2>
      {isStale && (
        <StaleNotice
          differences={differencesOf(connection, form.getValues())}
          onKeepMine={() => goOn(form.getValues())}
          onTakeTheirs={() => goOn()}
        />
      )}
      {Boolean(form.refusal) && !isStale && <ProblemNotice error={form.refusal} />}
      <Said>{said}</Said>
      <form onSubmit={(event) => void send(event)} noValidate>
        <ConnectionForm form={form} isSaved />
        {needsPassword && <p className={classes.quiet}>{texts.passwordAgain}</p>}
        <div className={classes.buttons}>
          <Button type="submit" loading={changing.isPending} disabled={!isDirty}>
            {strings.save}
          </Button>
          {isDirty && (
            <Button variant="default" onClick={() => goOn()}>
              {strings.discard}
            </Button>
          )}
        </div>
      </form>
      <LeaveGuard isUnsaved={isDirty} />
    </section>
  );
}
