import { answerOf, api } from '../../api/client.ts';

export interface Credentials {
  email: string;
  password: string;
  /** The one joined first when left out. */
  workspace?: string;
}

/** Signs in; the tokens come as cookies. */
export async function signIn({ email, password, workspace }: Credentials): Promise<void> {
  const body = { email, password, transport: 'cookie' as const, ...(workspace ? { workspace } : {}) };
  await answerOf(api.POST('/api/v1/session', { body }));
}
