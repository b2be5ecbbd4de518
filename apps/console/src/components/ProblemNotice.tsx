import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ProblemError } from '../api/problem-error.ts';
import { strings } from '../strings/en.ts';
import classes from './ProblemNotice.module.css';

interface Props {
  error: unknown;
  /** Says it in other words where the page knows better what is meant. */
  says?: { title: string; detail: string };
  onRetry?: () => void;
}

/** What went wrong, where it went wrong: what the server said, the id that finds it in the logs, and a way on. */
export function ProblemNotice({ error, says, onRetry }: Props) {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  // The dialog over the page says so already, and is the way on.
  if (says === undefined && error instanceof ProblemError && error.isNotSignedIn) return null;
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle className={classes.icon} size={18} aria-hidden />
      <div className={classes.text}>
        <p className={classes.title}>{says?.title ?? problem?.title ?? strings.problem.broken}</p>
        <p>{says?.detail ?? problem?.detail ?? strings.problem.brokenDetail}</p>
        {says === undefined &&
          problem?.fields?.map(({ path, message }) => (
            <p key={path}>
              {path}: {message}
            </p>
          ))}
        {says === undefined && problem !== undefined && problem.requestId !== '' && (
          <p className={classes.id}>{strings.problem.requestId(problem.requestId)}</p>
        )}
      </div>
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {strings.problem.retry}
        </Button>
      )}
    </div>
  );
}
