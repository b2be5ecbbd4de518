import { Link } from '@tanstack/react-router';
import { strings } from '../../../strings/en.ts';
import type { Delivery } from './failed-mails-query.ts';

const { mail: texts } = strings.people;

/** What a mail was about; leads to the request it is about. */
export function MailSubject({ mail: { subject, template, requestId } }: { mail: Delivery }) {
  const words = subject ?? texts.templates[template];
  if (requestId === null) return <>{words}</>;
  return (
    <Link to="/approvals/$requestId" params={{ requestId }}>
      {words}
    </Link>
  );
}
