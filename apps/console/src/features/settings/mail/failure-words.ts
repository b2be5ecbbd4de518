import { strings } from '../../../strings/en.ts';

const { failures } = strings.people.mail;

/** What the reply of a mail server comes to, in words; its own words stand beside it. */
export function failureWords(reply: string | null): string {
  const code = /^\d{3}\b/.exec(reply ?? '')?.[0];
  if (code === undefined) return failures.late;
  if (code === '552') return failures.full;
  return ['550', '551', '553', '556'].includes(code) ? failures.mailbox : failures.refused;
}
