import { ProblemError } from '../../../api/problem-error.ts';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { strings } from '../../../strings/en.ts';

const { members, member } = strings.people;

interface Props {
  error: unknown;
  name?: string;
  role?: string;
}

/** What was refused about people, in words that say the way on where there is one. */
export function PeopleRefusal({ error, name = '', role }: Props) {
  const code = error instanceof ProblemError ? error.problem.code : undefined;
  const { lastAdmin, exceedsOwn } = member;
  const says: Record<string, { title: string; detail: string }> = {
    'member.exists': members.exists,
    'member.last-admin': { title: lastAdmin.title, detail: lastAdmin.detail(name) },
    'role.exceeds-own': { title: exceedsOwn.title, detail: exceedsOwn.detail(role ?? exceedsOwn.anyRole) },
  };
  const known = code === undefined ? undefined : says[code];
  return <ProblemNotice error={error} {...(known && { says: known })} />;
}
