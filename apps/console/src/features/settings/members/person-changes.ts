export interface Person {
  name: string;
  roleId: string;
}

const fields = ['name', 'roleId'] as const;

export const personOf = ({ name, role }: { name: string; role: { id: string } }): Person => ({ name, roleId: role.id });

export const changedFields = (before: Person, after: Person): (keyof Person)[] =>
  fields.filter((field) => before[field] !== after[field]);

export const areSamePerson = (one: Person, another: Person): boolean => changedFields(one, another).length === 0;

export const patchOf = (before: Person, after: Person): Partial<Person> =>
  Object.fromEntries(changedFields(before, after).map((field) => [field, after[field]]));
