export interface PersonContent {
  name: string;
  roleId: string;
}

const fields = ['name', 'roleId'] as const;

export const personOf = ({ name, role }: { name: string; role: { id: string } }): PersonContent => ({
  name,
  roleId: role.id,
});

export const changedFields = (before: PersonContent, after: PersonContent): (keyof PersonContent)[] =>
  fields.filter((field) => before[field] !== after[field]);

export const areSamePerson = (one: PersonContent, another: PersonContent): boolean =>
  changedFields(one, another).length === 0;

export const patchOf = (before: PersonContent, after: PersonContent): Partial<PersonContent> =>
  Object.fromEntries(changedFields(before, after).map((field) => [field, after[field]]));
