import { Commands, type CommandRequest } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { ChargeSignIn } from '../use-cases/charge-sign-in.ts';
import { RefundSignIn } from '../use-cases/refund-sign-in.ts';
import { type SignedIn, SignIn, type SignInCommand } from '../use-cases/sign-in.ts';

/** Two transactions, because the charge of a wrong password has to stay when the sign-in fails. */
@Injectable()
export class ThrottledSignIn {
  constructor(
    private readonly commands: Commands,
    private readonly charge: ChargeSignIn,
    private readonly signIn: SignIn,
    private readonly refund: RefundSignIn,
  ) {}

  async run(request: CommandRequest, address: string, command: SignInCommand): Promise<SignedIn> {
    const attempt = { email: command.email, address };
    await this.commands.run(request, (tx) => this.charge.execute(tx, attempt));
    return this.commands.run(request, async (tx) => {
      const signedIn = await this.signIn.execute(tx, command);
      await this.refund.execute(tx, attempt);
      return signedIn;
    });
  }
}
