import { useQuery } from '@tanstack/react-query';
import type { RunDetails } from '../../components/run-now/run-query.ts';
import { strings } from '../../strings/en.ts';
import { memberNameQuery } from './member-name-query.ts';

/** The member, or the schedule, that wanted the run. */
export function WhoAsked({ run: { requestedBy } }: { run: RunDetails }) {
  const { data: name } = useQuery({ ...memberNameQuery(requestedBy ?? ''), enabled: requestedBy !== null });
  if (requestedBy === null) return strings.runs.run.bySchedule;
  return strings.runs.run.asked(name ?? strings.formerMember);
}
