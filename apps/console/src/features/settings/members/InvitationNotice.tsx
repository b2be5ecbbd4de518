import { Button } from '@mantine/core';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { Said } from '../../../components/Said.tsx';
import { exactTime } from '../../../components/time.ts';
import { strings } from '../../../strings/en.ts';
import classes from './Members.module.css';
import { useInviteAgain } from './use-invitation.ts';

const { invitation: texts } = strings.people.member;

/** Waits for who was invited, and lets another mail go out. */
export function InvitationNotice({ memberId }: { memberId: string }) {
  const again = useInviteAgain(memberId);
  return (
    <section className={classes.section} aria-label={texts.title}>
      {again.error && <ProblemNotice error={again.error} />}
      <div className={classes.line}>
        <p>{texts.waiting}</p>
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {texts.again}
        </Button>
      </div>
      <Said>{again.data ? texts.sent(exactTime(again.data.expiresAt)) : ''}</Said>
    </section>
  );
}
