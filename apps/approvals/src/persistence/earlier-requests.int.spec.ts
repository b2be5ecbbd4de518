import { access } from '@imprimatur/access';
import { derivedId, newId } from '@imprimatur/kernel';
import { kitMigrations, migrate } from '@imprimatur/service-kit';
import { testDatabase, type TestDatabase } from '@imprimatur/testing';
import { approvalsMigrations } from '../create-approvals-app.ts';
import { draftedModel, draftedSync } from '../testing/submission.fixture.ts';
import { ownMigrations } from './approvals-migrations.ts';

const workspaceId = newId();
const [dana, erin] = [derivedId('dana'), derivedId('erin')];
const at = '2026-03-02T09:00:00Z';

/** What the tables were before inboxes could be narrowed. */
const earlier = ownMigrations.filter(({ name }) => Number(name.slice(-13)) < 1_763_811_000_000);

describe('requests from before inboxes could be narrowed', () => {
  let database: TestDatabase;
  let ids: string[];

  beforeAll(async () => {
    database = await testDatabase({ entities: [], migrations: [...kitMigrations, ...access.migrations, ...earlier] });
    const [model, sync] = [draftedModel({ contributors: [dana] }), draftedSync()];
    const twin = { ...model, resourceId: newId() };
    ids = [await insert(1, [model]), await insert(2, [twin]), await insert(3, [sync, model])];
    await migrate(database.url, approvalsMigrations);
  });
  afterAll(() => database.drop());

  async function insert(number: number, items: ReturnType<typeof draftedModel>[]): Promise<string> {
    const id = newId();
    const { dataSource } = database;
    await dataSource.query(
      `insert into approval_request (workspace_id, id, number, status, submitted_by, submitted_at, comment, required_approvals, items_hash,
                                     how, decided_by, decided_at, decision_comment)
       values ($1, $2, $3, 'withdrawn', $4, $6, 'Please', 2, 'hash', 'withdrawn', $5, $6, 'Not NOW')`,
      [workspaceId, id, number, dana, erin, at],
    );
    for (const [position, item] of items.entries())
      await dataSource.query(
        `insert into request_item (workspace_id, request_id, resource_id, position, kind, name, revision, content_hash, content, ends, contributors)
         values ($1, $2, $3, $4, $5, $6, 1, 'hash', '{}', $7, $8)`,
        [
          ...[workspaceId, id, item.resourceId, position, item.kind, item.name, JSON.stringify(item.ends)],
          item.contributors,
        ],
      );
    await dataSource.query(
      `insert into vote (workspace_id, request_id, member_id, items_hash, comment, voted_at) values ($1, $2, $3, 'hash', 'Fine', $4)`,
      [workspaceId, id, erin, '2026-03-02T08:00:00Z'],
    );
    return id;
  }
  const query = (sql: string): Promise<Record<string, unknown>[]> => database.dataSource.query(sql);

  it('are listed by their ends, those with the same together', async () => {
    const rows = await query(
      'select r.footprint_id as footprint, f.items, r.contributors from approval_request r join footprint f on f.id = r.footprint_id order by number',
    );
    const [one, twin, both] = rows as { footprint: string; items: { kind: string; ends: object[] }[] }[];
    expect(twin!.footprint).toBe(one!.footprint);
    expect(both!.footprint).not.toBe(one!.footprint);
    expect(one!.items).toEqual([{ kind: 'model', ends: [expect.objectContaining({ destinationId: null })] }]);
    expect(Object.keys(one!.items[0]!.ends[0]!).toSorted()).toEqual(['destinationId', 'sourceId']);
    expect(both!.items.map(({ kind }) => kind).toSorted()).toEqual(['model', 'sync']);
    expect(rows.map(({ contributors }) => contributors)).toEqual([[dana], [dana], [dana]]);
  });

  it('are found by names and by every comment, which are in one thread', async () => {
    const texts = await query('select kind, folded from request_text where number = 1 order by kind, folded');
    expect(texts.map(({ kind, folded }) => `${String(kind)}: ${String(folded)}`)).toEqual([
      'comment: fine',
      'comment: not now',
      'comment: please',
      'name: customers',
    ]);
    const thread = await query(
      `select text, occasion from comment where request_id = '${ids[0]}' order by commented_at`,
    );
    expect(thread).toEqual([
      { text: 'Fine', occasion: 'vote' },
      { text: 'Not NOW', occasion: 'withdrawn' },
    ]);
  });
});
