import { changesOf, localTime, renderText, type Change } from '@imprimatur/changes';
import type { Json } from '@imprimatur/kernel';
import type { AnnouncedItem } from './announcement.ts';
import { codeLine, oneLine } from './readable.ts';

/** What differs, cut to what is read in a mail; `left` says how much more there is. */
export interface ItemChanges {
  code: { lines: CodeLine[]; left: number };
  /** `compared` when something was there before: otherwise there is nothing to compare with. */
  settings: { rows: SettingRow[]; left: number; compared: boolean };
  /** Those of a changed schedule if it were published now, in the workspace's time zone. */
  nextRuns: { timeZone: string; times: string[] };
  text: { lines: string[]; left: number };
}

export interface CodeLine {
  mark: 'same' | 'added' | 'removed' | 'gap';
  text: string;
}

export interface SettingRow {
  label: string;
  before: string | null;
  after: string | null;
}

const MOST_CODE_LINES = 40;
const MOST_ROWS = 25;
const MOST_TEXT_LINES = 60;
const CODE_WIDTH = 300;
const VALUE_WIDTH = 200;

export function itemChanges(
  { kind, ends, proposal }: AnnouncedItem & { proposal: NonNullable<AnnouncedItem['proposal']> },
  timeZone: string,
  now: Date,
): ItemChanges {
  const changes = changesOf(kind, proposal.base, proposal.content, { ends, now });
  const rows = changes.flatMap(settingRows);
  const runs = changes.flatMap((change) => (change.kind === 'schedule' ? change.nextRuns : []));
  const text = renderText(changes.map(withoutRuns)).split('\n');
  return {
    code: cut(changes.flatMap(codeLines), MOST_CODE_LINES),
    settings: {
      rows: rows.slice(0, MOST_ROWS),
      left: Math.max(0, rows.length - MOST_ROWS),
      compared: proposal.base !== null,
    },
    nextRuns: { timeZone, times: runs.map((run) => localTime(new Date(run), timeZone)) },
    text: cut(
      text.map((line) => codeLine(line, CODE_WIDTH)),
      MOST_TEXT_LINES,
    ),
  };
}

const cut = <T>(lines: T[], most: number): { lines: T[]; left: number } => ({
  lines: lines.slice(0, most),
  left: Math.max(0, lines.length - most),
});

/** The letter names the next runs itself, in the workspace's time zone. */
const withoutRuns = (change: Change): Change => (change.kind === 'schedule' ? { ...change, nextRuns: [] } : change);

function codeLines(change: Change): CodeLine[] {
  if (change.kind !== 'query') return [];
  return change.hunks.flatMap(({ newStart, lines }) => [
    ...(newStart <= 1 ? [] : [{ mark: 'gap' as const, text: `line ${newStart}` }]),
    ...lines.map(({ kind, text }) => ({ mark: kind, text: codeLine(text, CODE_WIDTH) })),
  ]);
}

function settingRows(change: Change): SettingRow[] {
  switch (change.kind) {
    case 'query':
      return [];
    case 'field': {
      const { label, before, after, beforeName, afterName } = change;
      return [row(label, beforeName ?? valueText(before), afterName ?? valueText(after))];
    }
    case 'column':
      return [row(`Column ${change.name}`, change.before, change.after)];
    case 'mapping':
      return [row(`Field ${change.field}`, columnText(change.before), columnText(change.after))];
    case 'schedule':
      return [row('Schedule', change.before, change.after)];
  }
}

const row = (label: string, before: string | null, after: string | null): SettingRow => ({
  label: oneLine(label, VALUE_WIDTH),
  before: before === null ? null : codeLine(before, VALUE_WIDTH),
  after: after === null ? null : codeLine(after, VALUE_WIDTH),
});

const columnText = (name: string | null): string | null => (name === null ? null : `column ${name}`);

function valueText(value: Json | null): string | null {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return value === null || typeof value === 'string' ? value : JSON.stringify(value);
}
