import { BackgroundTask, Logger, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntitySubscriberInterface } from 'typeorm';
import type { ClaimedMail, Failure } from '../../domain/delivery.ts';
import { MADE_MAILS } from '../../use-cases/announce.ts';
import { ClaimMails } from '../../use-cases/claim-mails.ts';
import { DeliverMail } from '../../use-cases/deliver-mail.ts';
import { MailReport } from './mail-report.ts';
import { Smtp, SMTP_CONNECTIONS, SMTP_DEADLINE_SECONDS } from './smtp.ts';

const POLL_MS = 500;
// Longer than any attempt takes, so that a lease ends only for a sender that is gone.
const LEASE_SECONDS = SMTP_DEADLINE_SECONDS + 30;

/** Sends what is due, a connection's worth at a time: woken by the commit that made a mail, and by a clock for those that wait. */
@Injectable()
export class MailSender extends BackgroundTask {
  private stopping = false;
  private readonly rounds: Repeating;
  private readonly wakeUp: EntitySubscriberInterface = {
    afterTransactionCommit: ({ queryRunner }) => {
      if (queryRunner.data[MADE_MAILS] === true) this.rounds.nudge();
    },
  };

  constructor(
    private readonly dataSource: DataSource,
    private readonly claim: ClaimMails,
    private readonly deliver: DeliverMail,
    private readonly smtp: Smtp,
    private readonly report: MailReport,
    logger: Logger,
  ) {
    super();
    this.rounds = new Repeating('send-mails', POLL_MS, () => this.round(), logger);
  }

  start(): void {
    this.stopping = false;
    this.dataSource.subscribers.push(this.wakeUp);
    this.rounds.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.dataSource.subscribers.splice(this.dataSource.subscribers.indexOf(this.wakeUp), 1);
    await this.rounds.stop();
  }

  private async round(): Promise<void> {
    while (!this.stopping) {
      const claimed = await this.claim.execute(SMTP_CONNECTIONS, LEASE_SECONDS);
      const answers: (Failure | null)[] = [];
      const attempts = await Promise.allSettled(claimed.map((mail) => this.attempt(mail, answers)));
      this.report.heard(answers);
      const broken = attempts.find((attempt) => attempt.status === 'rejected');
      if (broken !== undefined) throw broken.reason;
      if (claimed.length < SMTP_CONNECTIONS) return;
    }
  }

  private async attempt(mail: ClaimedMail, answers: (Failure | null)[]): Promise<void> {
    const result = await this.deliver.execute(mail, async (outgoing) => {
      const failure = await this.smtp.post(outgoing);
      answers.push(failure);
      return failure;
    });
    this.report.ended(mail, result);
  }
}
