import { rightWords } from './right-words.ts';

describe('rights in words', () => {
  it('stand together by what they are rights on', () => {
    const nameOf = (id: string) => (id === 's1' ? 'Warehouse' : undefined);
    const rights = [
      'workspace.members',
      'sources.all.approve',
      'sources.all.models',
      'sources.s1.run',
      'destinations.d1.run',
    ];
    expect(rightWords(rights, nameOf)).toEqual([
      { scope: 'Workspace', rights: ['Members'] },
      { scope: 'All sources', rights: ['Approve models & syncs', 'Models'] },
      { scope: 'Warehouse', rights: ['Run'] },
      { scope: 'A destination you may not view', rights: ['Run'] },
    ]);
  });
});
