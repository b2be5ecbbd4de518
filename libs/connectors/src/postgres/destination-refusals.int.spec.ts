import type pg from 'pg';
import { PostgresDestination, type PostgresSettings, type UpsertTarget } from '../index.ts';
import { contacts, ContactsDatabase, counts, people } from './contacts-database.fixture.ts';

let database: ContactsDatabase;
let admin: pg.Client;
let settings: PostgresSettings;
let credentials: { password: string };
let destination: PostgresDestination;

beforeAll(async () => {
  database = await ContactsDatabase.create();
  ({ admin, settings, credentials, destination } = database);
});
beforeEach(() => database.emptied());
afterAll(() => database.drop());

describe('a target that cannot be upserted into', () => {
  const mapping = contacts.mapping;

  it.each<[string, Partial<UpsertTarget>]>([
    ['destination.object-missing', { object: 'nowhere' }],
    ['destination.object-missing', { object: 'no_schema.contacts' }],
    ['destination.object-missing', { object: 'contacts_view' }],
    ['destination.column-missing', { mapping: [...mapping, { column: 'id', field: 'nickname' }] }],
    ['destination.column-missing', { mapping: [...mapping, { column: 'id', field: 'xmin' }] }],
    ['destination.column-generated', { mapping: [...mapping, { column: 'id', field: 'doubled' }] }],
    ['destination.no-unique-key', { keys: ['name'] }],
    ['destination.no-unique-key', { keys: ['id', 'name'] }],
    ['destination.no-unique-key', { keys: ['age'] }],
  ])('is refused with %s: %j', async (code, over) => {
    await admin.query(`alter table contacts add doubled int generated always as (age * 2) stored;
      create or replace view contacts_view as select 1 as id;
      create unique index on contacts (age) where age > 50; create unique index on contacts (lower(name))`);
    await expect(destination.open({ ...contacts, ...over }, 'sync')).rejects.toMatchObject({ code, transient: false });
  });

  it('for want of rights is refused when it is written', async () => {
    await admin.query(`drop role if exists reader_of_contacts; create role reader_of_contacts login password 'reader';
      grant select on contacts to reader_of_contacts`);
    const reader = new PostgresDestination(
      { ...settings, user: 'reader_of_contacts' },
      { password: 'reader' },
      { statementTimeoutMs: 1_000 },
    );
    const session = await reader.open(contacts, 'sync');
    await expect(session.write(people(1, 2))).rejects.toMatchObject({ code: 'destination.not-permitted' });
    await session.close();
    await admin.query('drop owned by reader_of_contacts; drop role reader_of_contacts');
  });

  it('because it is down or refuses the password says so', async () => {
    const attempt = (over: Partial<PostgresSettings>, password = credentials.password): Promise<void> =>
      new PostgresDestination({ ...settings, ...over }, { password }, { statementTimeoutMs: 1_000 }).test();
    await expect(attempt({ port: 1 })).rejects.toMatchObject({ code: 'destination.unreachable', transient: true });
    await expect(attempt({}, 'wrong')).rejects.toMatchObject({ code: 'destination.authentication-failed' });
    await expect(attempt({})).resolves.toBeUndefined();
  });
});

describe('the lock of a sync', () => {
  it('keeps out a second writer until the first one is gone, and concerns no other sync', async () => {
    const first = await destination.open(contacts, 'one');
    const waiting = destination.open(contacts, 'one');
    const other = await destination.open(contacts, 'another');
    await first.close();
    const second = await waiting;
    await expect(first.write(people(1, 1))).rejects.toMatchObject({ code: 'destination.unreachable' });
    expect(await second.write(people(1, 1))).toEqual(counts({ added: 1 }));
    await Promise.all([second.close(), other.close()]);
  });

  it('is given up for busy after some seconds', async () => {
    const first = await destination.open(contacts, 'one');
    await expect(destination.open(contacts, 'one')).rejects.toMatchObject({
      code: 'destination.busy',
      transient: true,
    });
    await first.close();
  }, 15_000);

  it('is lost with the connection, which the writer hears', async () => {
    const session = await destination.open(contacts, 'one');
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'imprimatur' and datname = current_database()`);
    await expect(session.write(people(1, 1))).rejects.toMatchObject({
      code: 'destination.unreachable',
      transient: true,
    });
    await session.close();
  });
});
