import { CreateOutbox1767225600001 } from './1767225600001-create-outbox.ts';
import { CreateRelayLease1767225600002 } from './1767225600002-create-relay-lease.ts';
import { CreateInbox1767225600003 } from './1767225600003-create-inbox.ts';
import { CreateDeadLetter1767225600004 } from './1767225600004-create-dead-letter.ts';
import { CreateProjectionBeat1767225600005 } from './1767225600005-create-projection-beat.ts';

/** The tables of outbox, relay, inbox, dead letters and beats. Every service includes them among its own migrations. */
export const messagingMigrations: (new () => object)[] = [
  CreateOutbox1767225600001,
  CreateRelayLease1767225600002,
  CreateInbox1767225600003,
  CreateDeadLetter1767225600004,
  CreateProjectionBeat1767225600005,
];
