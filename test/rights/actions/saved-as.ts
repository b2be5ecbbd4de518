import type { Answer } from '../client.ts';

const offered: Record<string, string> = { 'rights.missing': 'none', 'approvals.disabled-for-draft-role': 'off' };

/** What the table calls the ways of saving that a member is offered. */
export function savedAs({ body }: Answer): string {
  const { actions, code } = body.saveOptions as { actions: string[]; code: string | null };
  switch (actions.join()) {
    case 'publish_now,submit,save_draft':
      return 'all three';
    case 'submit,save_draft':
      return 'to ask';
    case 'publish':
      return 'live';
    case '':
      return offered[code ?? ''] ?? String(code);
    default:
      return actions.join();
  }
}
