import { MemberInvited, PasswordResetRequested } from '@imprimatur/contracts';
import { Reaction, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { inviteOf, resetOf } from '../domain/account-notice.ts';
import { Announce } from '../use-cases/announce.ts';

const mail = { group: 'mail', parks: false };

/** What people need to sign in becomes mail to them alone. */
@Controller()
export class AccountEvents {
  constructor(private readonly announce: Announce) {}

  @Reaction(MemberInvited, mail)
  invited(@Payload() event: Received<typeof MemberInvited>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announce.notice(tx, inviteOf(event));
  }

  @Reaction(PasswordResetRequested, mail)
  resetRequested(
    @Payload() event: Received<typeof PasswordResetRequested>,
    @Ctx() { tx }: ConsumeContext,
  ): Promise<void> {
    return this.announce.notice(tx, resetOf(event));
  }
}
