import { strings } from '../../strings/en.ts';
import classes from './DecisionAside.module.css';
import type { ApprovalRequest } from './request-query.ts';
import { useThenRuns } from './then-runs.ts';

/** What runs after publishing, and when; nothing for a request without syncs. */
export function ThenRuns({ request }: { request: ApprovalRequest }) {
  const runs = useThenRuns(request);
  if (runs.length === 0) return null;
  return (
    <section>
      <h2>{strings.approvals.decision.thenRuns}</h2>
      <ul>
        {runs.map(({ name, schedule, at }) => (
          <li key={name}>
            {name}
            {at !== null && <>, {at}</>}
            <span className={classes.line}>{schedule}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
