import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../api/session-query.ts';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { strings } from '../../../strings/en.ts';
import { NotAllowed } from '../NotAllowed.tsx';
import { FailedMails } from './FailedMails.tsx';

const { mail: texts } = strings.people;

/** The mails that did not arrive and will not be tried again by themselves. */
export function MailPage() {
  const role = useQuery(sessionQuery).data?.role;
  return (
    <>
      <PageHeader title={texts.title} facts={texts.facts} />
      {role?.workspace.members === true && <FailedMails />}
      {role?.workspace.members === false && <NotAllowed right="members">{texts.forbidden(role.name)}</NotAllowed>}
    </>
  );
}
