import { finds, withFound } from './found-columns.ts';
import { emptyForm, errorsOf } from './model-form.ts';

const id = { name: 'id', type: 'integer' } as const;
const email = { name: 'email', type: 'text' } as const;

describe('the columns that a preview finds', () => {
  it('are taken as they are by a new model, with id as its key', () => {
    expect(withFound(emptyForm, [id, email], [])).toEqual({ query: '', columns: [id, email], primaryKey: 'id' });
  });

  it('keep the types that somebody gave them', () => {
    const form = { ...emptyForm, columns: [id, { ...email, type: 'json' as const }], primaryKey: 'email' };
    expect(withFound(form, [email, id], [id, email])).toEqual({
      ...form,
      columns: [{ ...email, type: 'json' }, id],
    });
  });

  it('have another type where only the query gave it to them', () => {
    const form = { ...emptyForm, columns: [id], primaryKey: 'id' };
    expect(withFound(form, [{ ...id, type: 'text' }], [id]).columns).toEqual([{ ...id, type: 'text' }]);
  });

  it('may be others than the model has', () => {
    expect([finds([id, email], [id, email]), finds([id], [id, email])]).toEqual(['same', 'others']);
  });

  it('may leave the primary key without a column', () => {
    const form = { query: 'select 1', columns: [email], primaryKey: 'id' };
    expect([errorsOf(form), errorsOf(emptyForm)]).toEqual([['primaryKey'], ['query', 'columns']]);
  });
});
