import { ApiClient } from '../api/api-client.ts';
import { demoMembers, DEMO_PASSWORD } from './demo-people.ts';

/** The client of a demo member, by first name. */
export function signInAs(url: string, name: string, workspace: string): Promise<ApiClient> {
  const member = demoMembers.find((candidate) => candidate.name === name);
  if (member === undefined) throw new TypeError(`nobody is called ${name}`);
  return ApiClient.signIn(url, member.email, DEMO_PASSWORD, workspace);
}
