import { useQuery } from '@tanstack/react-query';
import { everyMemberQuery } from '../../api/members-query.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { strings } from '../../strings/en.ts';
import { isolated } from '../../strings/isolated.ts';

const listed = new Intl.ListFormat('en');

/** What to call the members that are mentioned on a page; oneself is `you`. */
export function usePeople() {
  const members = useQuery(everyMemberQuery).data;
  const ownId = useQuery(sessionQuery).data?.member.id;
  const nameOf = (id: string): string => {
    if (members === undefined) return '…';
    return members.find((member) => member.id === id)?.name ?? strings.formerMember;
  };
  const calledOf = (id: string): string => (id === ownId ? strings.you : nameOf(id));
  return {
    ownId,
    nameOf,
    calledOf,
    namesOf: (ids: readonly string[]) => listed.format(ids.map((id) => isolated(calledOf(id)))),
  };
}
