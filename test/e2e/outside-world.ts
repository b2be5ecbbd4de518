import { smtpSink, type SmtpSink } from '@imprimatur/testing';
import { testedDatabase } from './connection.ts';
import type { TestedDatabase } from './world.ts';

/** What the product talks to, the same wherever its services run. */
export interface OutsideWorld {
  mails: SmtpSink;
  warehouse: TestedDatabase;
  crm: TestedDatabase;
  close(): Promise<void>;
}

export async function outsideWorld(): Promise<OutsideWorld> {
  const [mails, warehouse, crm] = await Promise.all([smtpSink(), testedDatabase(), testedDatabase()]);
  return {
    mails,
    warehouse,
    crm,
    close: async () => {
      await Promise.all([mails.close(), warehouse.drop(), crm.drop()]);
    },
  };
}
