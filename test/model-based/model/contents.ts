import { contentHash } from '@imprimatur/kernel';

/** The gated fields of a model, as far as the rules can tell them apart: which query, and whether it has the column `email`. */
export interface ModelContent {
  query: number;
  email: boolean;
}

/** Of a sync. `email`: whether it maps that column. */
export interface SyncContent {
  model: string;
  destination: string;
  email: boolean;
  schedule: number;
}

export type Content = ModelContent | SyncContent;

const schedules = [
  { kind: 'manual' },
  {
    kind: 'weekly',
    days: ['monday'],
    times: ['14:00'],
    timeZone: 'Europe/Berlin',
    startAt: '2099-01-01T00:00:00.000Z',
  },
  { kind: 'interval', every: 6, unit: 'hours', timeZone: 'UTC', startAt: '2099-01-01T00:00:00.000Z' },
];

const modelDocument = ({ query, email }: ModelContent): object => ({
  query: `select id, email from customers where id > ${query}`,
  configuration: { primaryKey: 'id' },
  columns: [{ name: 'id', type: 'integer' }, ...(email ? [{ name: 'email', type: 'text' }] : [])],
});

const syncDocument = (
  { model, destination, email, schedule }: SyncContent,
  idOf: (name: string) => string,
): object => ({
  configuration: {
    modelId: idOf(model),
    destinationId: idOf(destination),
    mode: 'upsert',
    object: 'contacts',
    mapping: [{ column: 'id', field: 'external_id' }, ...(email ? [{ column: 'email', field: 'email' }] : [])],
    keys: ['external_id'],
  },
  schedule: schedules[schedule % schedules.length]!,
});

export const isSync = (content: Content): content is SyncContent => 'model' in content;

/** What is sent for it. */
export const documentOf = (content: Content, idOf: (name: string) => string): object =>
  isSync(content) ? syncDocument(content, idOf) : modelDocument(content);

/** SHA-256 of the canonical JSON of the document. */
export const hashOf = (content: Content, idOf: (name: string) => string): string =>
  contentHash(documentOf(content, idOf));

export const sameContent = (a: Content, b: Content): boolean =>
  isSync(a)
    ? isSync(b) &&
      a.model === b.model &&
      a.destination === b.destination &&
      a.email === b.email &&
      a.schedule % 3 === b.schedule % 3
    : !isSync(b) && a.query === b.query && a.email === b.email;

export const inWords = (content: Content): string =>
  isSync(content)
    ? `from ${content.model} to ${content.destination}${content.email ? ' with email' : ''}, schedule ${content.schedule % 3}`
    : `query ${content.query}${content.email ? '' : ' without email'}`;
