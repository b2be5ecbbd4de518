import { strings } from '../../strings/en.ts';
import type { ApprovalRequest } from './request-query.ts';

/** What to call a member who is mentioned in a request. */
export const personOf = ({ people }: Pick<ApprovalRequest, 'people'>, id: string): string =>
  people.find((person) => person.id === id)?.name ?? strings.formerMember;
