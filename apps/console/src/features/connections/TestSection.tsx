import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Connections.module.css';
import { useTestConnection } from './use-connection-commands.ts';
import type { Kind } from './use-kind.ts';

const { test: texts } = strings.connections;

/** Tries what is saved, and says what came of it. */
export function TestSection({ kind, id }: { kind: Kind; id: string }) {
  const testing = useTestConnection(kind, id);
  const result = testing.isPending ? undefined : testing.data;
  return (
    <section className={classes.section} aria-labelledby="test">
      <div className={classes.line}>
        <h2 id="test">{texts.title}</h2>
        <Button variant="default" loading={testing.isPending} onClick={() => testing.mutate()}>
          {texts.action}
        </Button>
      </div>
      {testing.error && <ProblemNotice error={testing.error} />}
      <p role="status" className={classes.result} data-ok={result?.ok}>
        {testing.isPending && texts.running}
        {!testing.isPending && !result && texts.untried}
        {result?.ok === true && (
          <>
            <IconCircleCheck size={16} aria-hidden /> {texts.ok(result.elapsedMs)}
          </>
        )}
        {result?.ok === false && (
          <>
            <IconAlertTriangle size={16} aria-hidden /> {texts.failed} {result.message}
          </>
        )}
      </p>
    </section>
  );
}
