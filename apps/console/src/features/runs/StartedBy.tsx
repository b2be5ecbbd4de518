import { useQuery } from '@tanstack/react-query';
import { everyMemberQuery } from '../../api/members-query.ts';
import { strings } from '../../strings/en.ts';

const { runs } = strings;

/** The member who asked for a run by name; nobody asks for those of the schedule. */
export function StartedBy({ memberId }: { memberId: string | null }) {
  const members = useQuery(everyMemberQuery).data;
  if (memberId === null) return runs.bySchedule;
  if (members === undefined) return runs.aMember;
  return <bdi>{members.find(({ id }) => id === memberId)?.name ?? strings.formerMember}</bdi>;
}
