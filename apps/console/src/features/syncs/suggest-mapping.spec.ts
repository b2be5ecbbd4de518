import { isUniqueKey, suggestKeys, suggestMapping } from './suggest-mapping.ts';

const column = (name: string, required = false) => ({ name, type: 'text' as const, databaseType: 'text', required });
const table = {
  object: 'contacts',
  columns: [column('external_id', true), column('email'), column('work_email'), column('fullName')],
  uniqueKeys: [['external_id'], ['email', 'work_email']],
};
const model = { columns: ['id', 'EMAIL', 'full_name', 'plan'].map((name) => ({ name })), primaryKey: 'id' };

describe('a suggested mapping', () => {
  it('goes by name, however it is spelt, and gives the key to the primary key', () => {
    expect(suggestMapping([], model, table)).toEqual([
      { column: 'EMAIL', field: 'email' },
      { column: 'full_name', field: 'fullName' },
      { column: 'id', field: 'external_id' },
    ]);
  });

  it('leaves alone what somebody has mapped', () => {
    const mapping = [
      { column: 'plan', field: 'email' },
      { column: 'id', field: 'work_email' },
    ];
    expect(suggestMapping(mapping, model, table)).toEqual([...mapping, { column: 'full_name', field: 'fullName' }]);
  });

  it('suggests nothing for the key of a table that has none', () => {
    expect(suggestMapping([], model, { ...table, columns: [column('x')], uniqueKeys: [] })).toEqual([]);
  });
});

describe('suggested keys', () => {
  it('are the first of the table whose fields are all written', () => {
    const fields = (...names: string[]) => names.map((field) => ({ column: 'id', field }));
    expect(suggestKeys(fields('email', 'external_id'), table)).toEqual(['external_id']);
    expect(suggestKeys(fields('work_email', 'email'), table)).toEqual(['email', 'work_email']);
    expect(suggestKeys(fields('email'), table)).toEqual([]);
  });

  it('are unique in whatever order, and only as a whole', () => {
    expect(isUniqueKey(['work_email', 'email'], table)).toBe(true);
    expect([isUniqueKey(['email'], table), isUniqueKey([], table)]).toEqual([false, false]);
  });
});
