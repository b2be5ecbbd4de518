import { Client } from 'pg';

const TABLES = `
  create table if not exists topic (name text primary key, last_offset bigint not null);
  create table if not exists log (
    topic text not null,
    "offset" bigint not null,
    key text not null,
    headers json not null,
    value text not null,
    appended_at timestamptz not null default now(),
    primary key (topic, "offset")
  );
  create index if not exists log_key on log (topic, key, "offset");
  create table if not exists position (
    group_name text not null,
    topic text not null,
    "offset" bigint not null,
    primary key (group_name, topic)
  );
  create table if not exists sender (service text primary key, epoch bigint not null);`;

/** Creates the tables of the local transport in a database that exists already. */
export async function prepareLocalBus(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`begin; select pg_advisory_xact_lock(hashtext('imprimatur.bus')); ${TABLES} commit`);
  } finally {
    await client.end();
  }
}
