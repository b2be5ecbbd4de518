import { answerOf, api } from '../../api/client.ts';

export async function signOut(): Promise<void> {
  await answerOf(api.DELETE('/api/v1/session', { body: {} }));
}
