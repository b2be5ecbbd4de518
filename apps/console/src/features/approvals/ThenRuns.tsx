import { strings } from '../../strings/en.ts';
import classes from './DecisionAside.module.css';
import type { ApprovalRequest } from './request-query.ts';
import { useThenRuns } from './then-runs.ts';

const texts = strings.approvals.decision;

/** What runs after publishing, and when; nothing where nothing does. */
export function ThenRuns({ request }: { request: ApprovalRequest }) {
  const { runs, more, timeZone } = useThenRuns(request);
  if (runs.length === 0) return null;
  const isLive = request.status === 'published';
  return (
    <section>
      <h2>
        {isLive ? texts.runsNext : texts.thenRuns} <span className={classes.zone}>{timeZone}</span>
      </h2>
      <ul>
        {runs.map(({ syncId, name, when, schedule }) => (
          <li key={syncId}>
            <bdi>{name}</bdi>, {when}
            {schedule !== null && <span className={classes.line}>{schedule}</span>}
          </li>
        ))}
        {more > 0 && <li className={classes.quiet}>{texts.moreSyncs(more)}</li>}
      </ul>
    </section>
  );
}
