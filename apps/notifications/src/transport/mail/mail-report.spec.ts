import { Metrics } from '@imprimatur/service-kit';
import type { DataSource } from 'typeorm';
import { RecordedLogger } from '../../../test/recorded-logger.ts';
import type { ClaimedMail, Failure } from '../../domain/delivery.ts';
import { WaitingMailsView } from '../../persistence/waiting-mails.view.ts';
import { MailReport } from './mail-report.ts';

const unreachable: Failure = { kind: 'unreachable', message: 'ECONNREFUSED: no' };
const deferred: Failure = { kind: 'deferred', message: '451 later' };

describe('the report on mail', () => {
  let logger: RecordedLogger;
  let report: MailReport;
  beforeEach(() => {
    logger = new RecordedLogger();
    report = new MailReport(new Metrics('notifications'), new WaitingMailsView({} as DataSource), logger);
  });
  const levels = (): string[] => logger.lines.map(({ level }) => level);

  it('warns with the words of a server that wants a mail later, and not while the server is away', () => {
    const mail = { attempts: 1 } as ClaimedMail;
    for (const { kind, message } of [deferred, unreachable] as const)
      report.ended(mail, { state: 'pending', lastError: message, postponed: kind });
    expect(logger.lines).toMatchObject([{ level: 'warn', fields: { reason: '451 later' } }, { level: 'info' }]);
  });

  it('calls the server away only when no mail reached it, and back when one has', () => {
    report.heard([null, unreachable]);
    report.heard([]);
    expect(levels()).toEqual([]);
    report.heard([unreachable, unreachable]);
    report.heard([]);
    report.heard([unreachable]);
    report.heard([unreachable, deferred]);
    report.heard([null]);
    expect(levels()).toEqual(['warn', 'info']);
  });
});
