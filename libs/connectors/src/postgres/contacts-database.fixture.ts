import pg from 'pg';
import { connectionTo, emptyDatabase, type EmptyDatabase } from '@imprimatur/testing';
import { PostgresDestination, type PostgresSettings, type Row, type UpsertTarget, type WriteCounts } from '../index.ts';

export const contacts: UpsertTarget = {
  object: 'contacts',
  mapping: [
    { column: 'id', field: 'id' },
    { column: 'full_name', field: 'name' },
    { column: 'age', field: 'age' },
  ],
  keys: ['id'],
};

export const counts = (over: Partial<WriteCounts>): WriteCounts => ({
  added: 0,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  rejections: [],
  ...over,
});

export const people = (from: number, to: number): Row[] =>
  Array.from({ length: to - from + 1 }, (_, n) => ({
    id: from + n,
    full_name: `Person ${from + n}`,
    age: 20 + (n % 50),
  }));

/** A database with a table `contacts` to write to, and its owner to look at it with. */
export class ContactsDatabase {
  private constructor(
    private readonly database: EmptyDatabase,
    readonly admin: pg.Client,
    readonly settings: PostgresSettings,
    readonly credentials: { password: string },
    readonly destination: PostgresDestination,
  ) {}

  static async create(): Promise<ContactsDatabase> {
    const database = await emptyDatabase('destination');
    const { settings, credentials } = connectionTo(database.url);
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    const destination = new PostgresDestination(settings, credentials, { statementTimeoutMs: 20_000 });
    return new ContactsDatabase(database, admin, settings, credentials, destination);
  }

  async emptied(): Promise<void> {
    await this.admin.query(`drop table if exists contacts;
      create table contacts (id int primary key, name varchar(40) not null, age int check (age >= 0), noted timestamptz default now())`);
  }

  async drop(): Promise<void> {
    await this.admin.end();
    await this.database.drop();
  }
}
