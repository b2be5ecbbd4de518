import { describeSchema, testDatabase, type TestDatabase } from '@imprimatur/testing';
import { newId } from '@imprimatur/kernel';
import { resourcesMigrations } from '../create-resources-app.ts';
import { resourcesEntities } from './rows/entities.ts';

describeSchema({ service: 'resources', entities: resourcesEntities, migrations: resourcesMigrations });

describe('the tables of resources', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase({ entities: resourcesEntities, migrations: resourcesMigrations });
  });
  afterAll(() => database.drop());

  it('starts every primary key with the workspace', async () => {
    const first: { table: string; column: string }[] = await database.dataSource.query(
      `select table_name as table, column_name as column from information_schema.key_column_usage
        where ordinal_position = 1 and constraint_name = any($1) order by 1`,
      [resourcesEntities.map((entity) => `${database.dataSource.getMetadata(entity).tableName}_pk`)],
    );
    expect(first).toHaveLength(resourcesEntities.length);
    expect(new Set(first.map(({ column }) => column))).toEqual(new Set(['workspace_id']));
  });

  describe('what was saved and published', () => {
    const [workspace, source, model, publication, member] = [newId(), newId(), newId(), newId(), newId()];

    beforeAll(async () => {
      const { dataSource } = database;
      await dataSource.query(
        `insert into connection values ($1, $2, 'source', 'postgres', 's', '{}', null, 1, 1, false, now(), now())`,
        [workspace, source],
      );
      await dataSource.query(
        `insert into resource values ($1, $2, 'model', 'm', 1, $3, null, null, 1, 1, 1, false, $4, now())`,
        [workspace, model, source, member],
      );
      await dataSource.query(`insert into revision values ($1, $2, 1, '{}', 'hash', null, $3, now())`, [
        workspace,
        model,
        member,
      ]);
      await dataSource.query(
        `insert into publication values ($1, $2, 'direct', null, null, array[$3::uuid], now(), 'applied', '{}')`,
        [workspace, publication, member],
      );
      await dataSource.query(`insert into version values ($1, $2, 1, 1, null, null, $4, null, $3, now(), now())`, [
        workspace,
        model,
        publication,
        source,
      ]);
    });

    it.each([
      [`update version set revision = 2`],
      [`update version set version = version - 1`],
      [`delete from version`],
      [`truncate version`],
      [`update revision set content = '{"query": "select 2"}'`],
      [`delete from revision`],
      [`truncate revision cascade`],
    ])('refuses: %s', async (statement) => {
      await expect(database.dataSource.query(statement)).rejects.toThrow('rows are immutable');
    });

    it('takes a draft in review only together with its request', async () => {
      const insert = (state: string, requestId: string | null): Promise<unknown> =>
        database.dataSource.query(
          `insert into draft values ($1, $2, $3, 1, 1, array[$3::uuid], $4, null, null, null, $5, $6)`,
          [workspace, model, member, source, state, requestId],
        );
      await expect(insert('in_review', null)).rejects.toThrow('draft_in_review_for_a_request');
      await expect(insert('editing', newId())).rejects.toThrow('draft_in_review_for_a_request');
      await expect(insert('in_review', newId())).rejects.toThrow('draft_submission_fk');
    });
  });
});
