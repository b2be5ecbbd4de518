import { Logger, Metrics } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { AttemptResult, ClaimedMail, Failure } from '../../domain/delivery.ts';
import { WaitingMailsView } from '../../persistence/waiting-mails.view.ts';

/** Tells operators how mail is doing: each attempt in the log, the mail server's coming and going, and metrics. */
@Injectable()
export class MailReport {
  private serverIsAway = false;
  private readonly finished;

  constructor(
    metrics: Metrics,
    waiting: WaitingMailsView,
    private readonly logger: Logger,
  ) {
    this.finished = metrics.counter('mails', 'Mails that are done with, by how they ended.', ['state']);
    metrics.gauge('mails_waiting', 'Mails still to be sent.', () => waiting.count());
  }

  /** An attempt ended. While the server is away that is no news of the mail, and what {@link heard} says of the server is enough. */
  ended({ workspaceId, id, eventId, memberId, attempts }: ClaimedMail, result: AttemptResult): void {
    const { state, lastError, postponed } = result;
    const level = state === 'failed' || postponed === 'deferred' ? 'warn' : 'info';
    this.logger[level]({ workspaceId, mailId: id, eventId, memberId, attempts, state, reason: lastError }, 'mail');
    if (state !== 'pending') this.finished.inc({ state });
  }

  /** What the mail server answered to mails that were posted together. It is away when none of them reached it. */
  heard(answers: (Failure | null)[]): void {
    const unreached = answers.filter((answer) => answer?.kind === 'unreachable');
    const isAway = answers.length > 0 ? unreached.length === answers.length : this.serverIsAway;
    if (isAway === this.serverIsAway) return;
    this.serverIsAway = isAway;
    if (isAway)
      this.logger.warn({ reason: unreached[0]?.message }, 'the mail server cannot be used; mails wait for it');
    else this.logger.info('the mail server can be used again');
  }
}
