import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { EmbeddedPostgres } from '../postgres/embedded-postgres.ts';

/** What a member types in to connect to a database. */
export interface ConnectionInput {
  type: 'postgres';
  settings: { host: string; port: number; database: string; user: string; ssl: 'disable' };
  credentials: { password: string };
}

export interface OutsideDatabases {
  warehouse: ConnectionInput;
  crm: ConnectionInput;
}

const CUSTOMERS = 3_000;
const ORDERS = 9_000;

const warehouseTables = `
  create table customers (
    id integer primary key, email text not null, full_name text not null, city text not null, country text not null,
    marketing_consent boolean not null, signed_up_on date not null
  );
  insert into customers
  select n, 'customer' || n || '@shop.example',
    (array['Alex','Billie','Charlie','Dominique','Eden','Frankie','Gabi','Kim'])[1 + n % 8] || ' ' ||
    (array['Andersen','Bianchi','Castro','Dubois','Eriksson','Fischer','Garcia'])[1 + n % 7],
    (array['Berlin','Paris','Madrid','Oslo','Roma','Wien','Lisboa','Gdańsk','Zürich'])[1 + n % 9],
    (array['DE','FR','ES','NO','IT','AT','PT','PL','CH'])[1 + n % 9],
    n % 3 <> 0, date '2023-01-01' + n % 1000
  from generate_series(1, ${CUSTOMERS}) n;
  create table orders (
    id integer primary key, customer_id integer not null references customers, total numeric(10, 2) not null,
    ordered_at timestamptz not null
  );
  insert into orders
  select n, 1 + (n * 7) % ${CUSTOMERS}, ((n * 37) % 20000) / 100.0 + 5, timestamptz '2025-01-01' + n * interval '47 minutes'
  from generate_series(1, ${ORDERS}) n;
  create index on orders (customer_id);`;

const crmTables = `
  create schema crm;
  create table crm.contacts (
    external_id integer primary key, email text not null, name text, city text, consent boolean
  );
  create table crm.order_totals (external_id integer primary key, orders integer not null, revenue numeric(12, 2) not null);
  create table crm.story_contacts (external_id integer primary key, email text not null, city text, batch text);
  create table crm.story_leads (external_id integer primary key, email text not null, city text, batch text);`;

/** Makes the databases that stand for the customer's own: a warehouse to read from and a CRM to write to, each with its own user. */
export async function outsideDatabases(postgres: EmbeddedPostgres): Promise<OutsideDatabases> {
  const warehouse = await database(postgres, 'warehouse', 'warehouse_reader', warehouseTables, [
    'grant select on all tables in schema public to warehouse_reader',
  ]);
  const crm = await database(postgres, 'crm', 'crm_writer', crmTables, [
    'grant usage on schema crm to crm_writer',
    'grant select, insert, update, delete on all tables in schema crm to crm_writer',
  ]);
  return { warehouse, crm };
}

async function database(
  postgres: EmbeddedPostgres,
  name: string,
  user: string,
  tables: string,
  grants: string[],
): Promise<ConnectionInput> {
  const password = randomBytes(18).toString('base64url');
  await postgres.createDatabase(name);
  const client = new pg.Client({ connectionString: postgres.url(name) });
  await client.connect();
  try {
    await client.query(`create role ${user} login password '${password}'`);
    for (const statement of [tables, ...grants]) await client.query(statement);
  } finally {
    await client.end();
  }
  const settings = { host: '127.0.0.1', port: postgres.port, database: name, user, ssl: 'disable' } as const;
  return { type: 'postgres', settings, credentials: { password } };
}
