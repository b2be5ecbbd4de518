import { isolated } from './isolated.ts';

const lines = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`;

export const changes = {
  query: 'Query',
  columns: 'Columns',
  mapping: 'Mapping',
  schedule: 'Schedule',
  counted: (added: number, removed: number) => `${lines(added)} added, ${lines(removed)} removed`,
  added: 'added',
  removed: 'removed',
  none: 'none',
  oldLine: 'Old line',
  newLine: 'New line',
  change: 'Change',
  line: 'Line',
  unchangedLines: (count: number) => `${lines(count)} unchanged`,
  unfold: '(show)',
  hiddenCharacter: 'A character that cannot be seen. It may make the query read differently from what it does.',
  unified: 'Unified',
  split: 'Split',
  view: 'View of the query',
  tour: {
    label: 'From edit to edit',
    all: (count: number) => `${count} edits`,
    position: (at: number, of: number) => `${at} of ${of}`,
    next: 'Next edit',
    previous: 'Previous edit',
  },
  nextRuns: 'Next runs',
  was: (before: string) => `was ${isolated(before)}`,
  becomes: 'becomes',
  field: 'Field',
  before: 'Published',
  after: 'Draft',
};
