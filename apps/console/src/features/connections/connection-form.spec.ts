import { changeOf, fieldsOf } from './connection-form.ts';
import type { Connection } from './connections-query.ts';

const saved: Connection = {
  id: 'c',
  type: 'postgres',
  name: 'Warehouse',
  version: 3,
  configurable: true,
  settings: { host: 'db', port: 5432, database: 'shop', user: 'reader', ssl: 'require' },
};

describe('what a changed connection sends', () => {
  it('is nothing while nothing was changed, above all no password', () => {
    expect(changeOf(saved, fieldsOf(saved))).toEqual({});
  });

  it('is what was changed, and a password only when one was typed', () => {
    const fields = fieldsOf(saved);
    expect(changeOf(saved, { ...fields, name: 'DWH' })).toEqual({ name: 'DWH' });
    expect(changeOf(saved, { ...fields, credentials: { password: 'new' } })).toEqual({
      credentials: { password: 'new' },
    });
    const settings = { ...fields.settings, host: 'db2' };
    expect(changeOf(saved, { ...fields, settings })).toEqual({ settings });
  });
});
