import { access } from '@imprimatur/access';
import { newId } from '@imprimatur/kernel';
import { kitMigrations } from '@imprimatur/service-kit';
import { testDatabase, type TestDatabase } from '@imprimatur/testing';
import { submitted } from '../../test/letters.ts';
import { AnnouncementRow } from '../persistence/announcement.row.ts';
import { AnnouncementsRepository } from '../persistence/announcements.repository.ts';
import { MailRow } from '../persistence/mail.row.ts';
import { MailsRepository } from '../persistence/mails.repository.ts';
import { notificationsEntities, ownMigrations } from '../persistence/notifications-schema.ts';
import { OldMailsRepository } from '../persistence/old-mails.repository.ts';
import { ForgetOldMails } from './forget-old-mails.ts';

let database: TestDatabase;
const forgetOldMails = new ForgetOldMails(new OldMailsRepository());
beforeAll(async () => {
  const migrations = [...kitMigrations, ...access.migrations, ...ownMigrations];
  database = await testDatabase({ entities: notificationsEntities, migrations });
});
afterAll(() => database.drop());
afterEach(() => database.dataSource.query('truncate mail, announcement'));

const forget = (): Promise<boolean> => database.dataSource.transaction((tx) => forgetOldMails.execute(tx));
const left = () => database.dataSource.manager.find(MailRow, { order: { createdAt: 'DESC' } });
const announced = () => database.dataSource.manager.count(AnnouncementRow);

/** Something announced to these people so long ago, all of it. */
async function announce(days: number, states: string[], eventId = newId()): Promise<void> {
  const occurredAt = new Date(Date.now() - days * 24 * 3_600_000).toISOString();
  const announcement = { ...submitted(), eventId, occurredAt };
  const { workspaceId } = announcement;
  const mails = states.map(() => ({
    ...{ workspaceId, id: newId(), eventId, memberId: newId(), reason: 'reviewer' as const, messageId: newId() },
    ...{ state: 'pending' as const, lastError: null },
  }));
  await database.dataSource.transaction(async (tx) => {
    await new AnnouncementsRepository().insert(tx, announcement);
    await new MailsRepository().insert(tx, mails);
    for (const [at, { id }] of mails.entries())
      await tx.query(
        `update mail set state = $2, created_at = $3, lease_until = case when $2 = 'sending' then now() end where id = $1`,
        [id, states[at], occurredAt],
      );
  });
}

describe('mails that are forgotten', () => {
  it('are those that are done with, after 35 days, with what they announced', async () => {
    await announce(34.9, ['sent', 'failed', 'skipped']);
    await announce(35.1, ['sent', 'failed', 'skipped']);
    expect(await forget()).toBe(false);
    expect((await left()).map(({ state }) => state).sort()).toEqual(['failed', 'sent', 'skipped']);
    expect(await announced()).toBe(1);
  });

  it('are none that may still be sent, whatever their age', async () => {
    await announce(90, ['sent', 'pending', 'sending']);
    await forget();
    expect((await left()).map(({ state }) => state).sort()).toEqual(['pending', 'sending']);
    expect(await announced()).toBe(1);
  });

  it('go with announcements that made no mail', async () => {
    await announce(36, []);
    await announce(34, []);
    await forget();
    expect(await announced()).toBe(1);
  });

  it('go a thousand at a time', async () => {
    await announce(36, Array<string>(1_200).fill('sent'));
    expect(await forget()).toBe(true);
    expect(await left()).toHaveLength(200);
    expect(await forget()).toBe(false);
    expect([(await left()).length, await announced()]).toEqual([0, 0]);
  });

  it('are left to whoever deletes them already', async () => {
    await announce(36, ['sent']);
    await database.dataSource.transaction(async (tx) => {
      await forgetOldMails.execute(tx);
      expect(await forget()).toBe(false);
    });
    expect(await left()).toEqual([]);
  });
});
