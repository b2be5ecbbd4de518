import { RelativeTime } from '../../components/RelativeTime.tsx';
import { strings } from '../../strings/en.ts';
import classes from './DecisionAside.module.css';
import type { ApprovalRequest } from './request-query.ts';
import { timelineOf } from './timeline-of.ts';

/** The steps that a request has taken. */
export function Timeline({ request }: { request: ApprovalRequest }) {
  return (
    <section>
      <h2>{strings.approvals.timeline.title}</h2>
      <ol>
        {timelineOf(request).map(({ key, text, at }) => (
          <li key={key}>
            <bdi>{text}</bdi>
            {at !== null && (
              <span className={classes.quiet}>
                {' '}
                · <RelativeTime at={at} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
