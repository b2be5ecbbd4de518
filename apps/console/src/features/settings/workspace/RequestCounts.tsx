import { IconAlertTriangle } from '@tabler/icons-react';
import { strings } from '../../../strings/en.ts';
import type { SettingsEffect } from './settings-effect-query.ts';
import classes from './Settings.module.css';

const { effect: texts } = strings.settings.workspace;

/** What becomes of the requests that are open. */
export function RequestCounts({ requests }: { requests: SettingsEffect['openRequests'] }) {
  const { count, withoutApprover, losingLastApprover, withoutQuorum } = requests;
  const warnings = [
    withoutApprover > 0 && texts.withoutApprover(withoutApprover),
    losingLastApprover > 0 && texts.losingLastApprover(losingLastApprover),
    withoutQuorum > withoutApprover && texts.withoutQuorum(withoutQuorum),
  ].filter((warning) => warning !== false);
  return (
    <>
      <p className={classes.requests}>{count === 0 ? texts.noRequests : texts.stayOpen(count)}</p>
      {warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          <IconAlertTriangle size={14} aria-hidden />
          {warning}
        </p>
      ))}
    </>
  );
}
