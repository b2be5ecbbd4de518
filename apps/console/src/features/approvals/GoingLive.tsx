import { strings } from '../../strings/en.ts';
import { goingLive } from './going-live.ts';
import type { ApprovalRequest } from './request-query.ts';

/** The versions that publishing a request makes, or has made. */
export function GoingLive({ request }: { request: ApprovalRequest }) {
  return (
    <ul>
      {goingLive(request).map((made, at) => (
        <li key={at}>
          {made === null ? (
            strings.approvals.hiddenItem
          ) : (
            <>
              <bdi>{made.name}</bdi> v{made.version}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
