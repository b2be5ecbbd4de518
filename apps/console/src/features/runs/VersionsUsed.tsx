import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RunDetails } from '../../components/run-now/run-query.ts';
import { strings } from '../../strings/en.ts';
import { modelNameQuery } from './model-name-query.ts';
import classes from './RunReport.module.css';

const texts = strings.runs.run;

/** The versions that a run started with, and finishes on, whatever is published meanwhile. */
export function VersionsUsed({ run }: { run: RunDetails }) {
  const { status, syncId, syncName, syncVersion, modelId, modelVersion } = run;
  const model = useQuery(modelNameQuery(modelId)).data ?? texts.model;
  if (syncVersion === null || modelVersion === null) {
    return (
      <section>
        <h2>{texts.versions}</h2>
        <p className={classes.quiet}>{status === 'queued' ? texts.notYetVersions : texts.noVersions}</p>
      </section>
    );
  }
  return (
    <section>
      <h2>{texts.versions}</h2>
      <dl className={classes.facts}>
        <dt>{texts.model}</dt>
        <dd>
          <Link to="/models/$modelId" params={{ modelId }}>
            {model}
          </Link>{' '}
          {texts.version(modelVersion)}
        </dd>
        <dt>{texts.sync}</dt>
        <dd>
          <Link to="/syncs/$syncId" params={{ syncId }}>
            {syncName}
          </Link>{' '}
          {texts.version(syncVersion)}
        </dd>
      </dl>
    </section>
  );
}
