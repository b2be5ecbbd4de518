import type { Member } from '../../../api/members-query.ts';

const statuses = ['active', 'invited', 'deactivated'] as const;

/** Which members are shown, as it stands in the address. */
export interface MembersSearch {
  q?: string;
  status?: Member['status'];
}

/** Reads the address; what makes no sense there is left out. */
export function membersSearchOf({ q, status }: Record<string, unknown>): MembersSearch {
  const known = statuses.find((name) => name === status);
  return {
    ...((typeof q === 'string' || typeof q === 'number') && String(q) !== '' && { q: String(q).slice(0, 200) }),
    ...(known && { status: known }),
  };
}

/** The persons among the members whose name, address or role fits, in the order of their names. */
export function matching(members: readonly Member[], { q = '', status }: MembersSearch): Member[] {
  const sought = q.trim().toLowerCase();
  const found = members.filter(
    (member) =>
      member.kind === 'person' &&
      (status === undefined || member.status === status) &&
      [member.name, member.email ?? '', member.role.name].some((text) => text.toLowerCase().includes(sought)),
  );
  return found.sort((one, another) => one.name.localeCompare(another.name));
}

export { statuses };
