import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import {
  allContracts,
  allTopics,
  API_PREFIX,
  DraftSubmitted,
  ModelContent,
  Name,
  RequestItem,
  RoleDocument,
  routes,
  Schedule,
  serviceFor,
  services,
  stateContracts,
  SyncContent,
  TimeZone,
} from './index.ts';

const PREFIX = 'io.imprimatur.';
const samplesFolder = new URL('../samples/', import.meta.url);
const sampleOf = (type: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`${type.slice(PREFIX.length)}.json`, samplesFolder), 'utf8')) as Record<
    string,
    unknown
  >;

describe('every contract', () => {
  it('has exactly one sample, and every sample a contract', () => {
    const files = readdirSync(samplesFolder).sort();
    expect(files).toEqual(allContracts.map(({ type }) => `${type.slice(PREFIX.length)}.json`).sort());
  });

  it('has a type of its own', () => {
    expect(new Set(allContracts.map(({ type }) => type)).size).toBe(allContracts.length);
  });

  it.each(allContracts.map((contract) => [contract.type, contract] as const))(
    '%s',
    (type, { data, statement, topic }) => {
      expect(data.parse(sampleOf(type))).toEqual(sampleOf(type));
      expect(type).toMatch(/^io\.imprimatur\.[a-z]+\.[a-z-]+\.[a-z-]+\.v[1-9]\d*$/);
      expect(statement).toMatch(/^[A-Z].*\.$/);
      expect(allTopics).toContain(topic);
      // The topic says whose event it is, as the type does.
      expect(topic.name.split('.')[1]).toBe(type.split('.')[2]);
    },
  );

  it('refuses a sample with a field missing', () => {
    for (const { type, data } of allContracts) {
      const [field] = Object.keys(sampleOf(type));
      expect(data.safeParse({ ...sampleOf(type), [field!]: undefined }).success).toBe(false);
    }
  });

  it('lets a reader pass over fields added later', () => {
    for (const { type, data } of allContracts) {
      expect(data.parse({ ...sampleOf(type), addedLater: true })).toEqual(sampleOf(type));
    }
  });
});

describe('state contracts', () => {
  it('are those on compacted topics', () => {
    const compacted = allContracts.filter(({ topic }) => topic.kept === 'compacted').map(({ type }) => type);
    expect(stateContracts.map(({ type }) => type)).toEqual(compacted);
  });

  it('have one kind each, and rows with an id, a workspace, a seq and whether they are deleted', () => {
    expect(new Set(stateContracts.map(({ kind }) => kind)).size).toBe(stateContracts.length);
    for (const { type } of stateContracts) {
      const row = { id: expect.any(String), workspaceId: expect.any(String), seq: expect.any(Number), deleted: false };
      expect(sampleOf(type)).toMatchObject(row);
    }
  });
});

describe('topics', () => {
  it('are the seven of the architecture', () => {
    expect(allTopics.map(({ name, kept }) => `${name} ${kept}`)).toEqual([
      'imprimatur.identity.state.v1 compacted',
      'imprimatur.identity.events.v1 14 days',
      'imprimatur.resources.events.v1 14 days',
      'imprimatur.resources.state.v1 compacted',
      'imprimatur.resources.connections.v1 compacted',
      'imprimatur.approvals.events.v1 14 days',
      'imprimatur.runs.events.v1 14 days',
    ]);
    expect(new Set(allTopics.map(({ partitions }) => partitions)).size).toBe(1);
  });
});

describe('routes', () => {
  it.each(services.flatMap((service) => routes[service].map((prefix) => [prefix, service] as const)))(
    '%s belongs to %s',
    (prefix, service) => {
      expect(prefix.startsWith(`${API_PREFIX}/`)).toBe(true);
      expect([prefix, `${prefix}/some-id`].map(serviceFor)).toEqual([service, service]);
      expect(serviceFor(`${prefix}-else`)).not.toBe(service);
    },
  );

  it.each(['/', '/api/v1', '/api/v1/', '/api/v1/nothing', '/api/v2/models', '/models'])('%s is nobody’s', (path) => {
    expect(serviceFor(path)).toBeUndefined();
  });
});

describe('contents', () => {
  const { items } = DraftSubmitted.data.parse(sampleOf(DraftSubmitted.type));
  const model = items.find(({ kind }) => kind === 'model')!.content as ModelContent;
  const sync = items.find(({ kind }) => kind === 'sync')!.content as SyncContent;
  const configured = (over: Partial<SyncContent['configuration']>): unknown => ({
    ...sync,
    configuration: { ...sync.configuration, ...over },
  });
  const scheduled = (over: object): unknown => ({ ...sync, schedule: { ...sync.schedule, ...over } });

  it.each<[string, z.ZodType, unknown, string]>([
    [
      'a primary key that is not a column',
      ModelContent,
      { ...model, configuration: { primaryKey: 'uid' } },
      'configuration/primaryKey',
    ],
    ['a column named twice', ModelContent, { ...model, columns: [...model.columns, model.columns[0]] }, 'columns'],
    ['no columns', ModelContent, { ...model, columns: [] }, 'columns'],
    [
      'a column of an unknown type',
      ModelContent,
      { ...model, columns: [{ name: 'id', type: 'money' }] },
      'columns/0/type',
    ],
    ['an empty query', ModelContent, { ...model, query: ' \n' }, 'query'],
    ['a query that is too long', ModelContent, { ...model, query: 'x'.repeat(100_001) }, 'query'],
    ['a key that is not mapped', SyncContent, configured({ keys: ['nickname'] }), 'configuration/keys'],
    ['no keys', SyncContent, configured({ keys: [] }), 'configuration/keys'],
    ['no mapping', SyncContent, configured({ mapping: [], keys: [] }), 'configuration/mapping'],
    [
      'a field written twice',
      SyncContent,
      configured({ mapping: [...sync.configuration.mapping, { column: 'id', field: 'email' }] }),
      'configuration/mapping',
    ],
    ['a table in three parts', SyncContent, configured({ object: 'a.b.c' }), 'configuration/object'],
    ['a table with a quote', SyncContent, configured({ object: 'a";drop' }), 'configuration/object'],
    ['an unknown mode', SyncContent, configured({ mode: 'mirror' as never }), 'configuration/mode'],
    ['an unknown time zone', SyncContent, scheduled({ timeZone: 'Europe/Atlantis' }), 'schedule/timeZone'],
    ['an offset for a time zone', SyncContent, scheduled({ timeZone: '+01:00' }), 'schedule/timeZone'],
    ['a time of day that is none', SyncContent, scheduled({ times: ['24:00'] }), 'schedule/times/0'],
    ['a day that is none', SyncContent, scheduled({ days: ['caturday'] }), 'schedule/days/0'],
    ['an unknown kind of schedule', SyncContent, scheduled({ kind: 'lunar' }), 'schedule/kind'],
    ['a start that is no instant', SyncContent, scheduled({ startAt: '2026-11-22' }), 'schedule/startAt'],
    ['an interval of nothing', Schedule, { kind: 'interval', every: 0, unit: 'hours', timeZone: 'UTC' }, 'every'],
    [
      'an item of one kind with the content of another',
      RequestItem,
      { ...items[0], kind: 'sync' },
      'content/configuration/modelId',
    ],
    ['a name of control characters', Name, 'a\u0000b', ''],
    ['an empty name', Name, '  ', ''],
    ['an empty time zone', TimeZone, '', ''],
    ['a role with a scope that is no id', RoleDocument, roleWith({ scope: 'some' }), 'sources/0/scope'],
    ['a role with an unknown level', RoleDocument, roleWith({ models: 'admin' }), 'sources/0/models'],
  ])('refuse %s', (_what, schema, value, path) => {
    const { success, error } = schema.safeParse(value);
    expect(success).toBe(false);
    expect(error!.issues.map((issue) => issue.path.join('/'))).toContain(path);
  });

  it('trim queries, names and comments', () => {
    expect(ModelContent.parse({ ...model, query: '\n select 1 \n' }).query).toBe('select 1');
    expect(Name.parse(' Warehouse ')).toBe('Warehouse');
  });
});

function roleWith(over: object): unknown {
  const { role } = sampleOf('io.imprimatur.identity.role.state.v1') as { role: RoleDocument };
  return { ...role, sources: [{ ...role.sources[0], ...over }] };
}
