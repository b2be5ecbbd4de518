import type { Json } from './json.ts';
import type { Change } from './change.ts';

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

const signs = { same: ' ', added: '+', removed: '-' } as const;
const counted = (n: number): string => `${n} ${n === 1 ? 'line' : 'lines'}`;

function valueText(value: Json | null): string {
  if (value === null) return '(none)';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function queryText({ hunks, added, removed }: Of<'query'>): string {
  const body = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `  @@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines.map(({ kind, text }) => `  ${signs[kind]} ${text}`.trimEnd()),
  ]);
  return [`Query: ${counted(added)} added, ${counted(removed)} removed`, ...body].join('\n');
}

function listText(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)].join('\n')];
}

function columnLine({ name, before, after }: Of<'column'>): string {
  if (before === null) return `+ ${name} (${after})`;
  return after === null ? `- ${name} (${before})` : `~ ${name}: ${before} -> ${after}`;
}

function mappingLine({ field, before, after }: Of<'mapping'>): string {
  if (before === null) return `+ ${field} <- ${after}`;
  return after === null ? `- ${field} <- ${before}` : `~ ${field} <- ${after} (was ${before})`;
}

function fieldText({ label, before, after, beforeName, afterName }: Of<'field'>): string {
  const to = afterName ?? valueText(after);
  return before === null ? `${label}: ${to}` : `${label}: ${beforeName ?? valueText(before)} -> ${to}`;
}

function scheduleText({ before, after, nextRuns, localRuns, timeZone }: Of<'schedule'>): string {
  const line = before === null ? `Schedule: ${after}` : `Schedule: ${before} -> ${after}`;
  const runs =
    localRuns?.map((run) => `${run} (${timeZone})`) ??
    nextRuns.map((run) => run.replace('T', ' ').replace(/(:00)?\.000Z$/, ' UTC'));
  return [
    line,
    ...listText(
      '  Next runs if published now:',
      runs.map((run) => `  ${run}`),
    ),
  ].join('\n');
}

/**
 * The changes as plain text, for mails and terminals: a unified diff of the query, one line for everything else. ASCII but for what
 * members wrote. Empty for no changes; no line break at the end.
 */
export function renderText(changes: Change[]): string {
  const of = <Kind extends Change['kind']>(kind: Kind): Of<Kind>[] =>
    changes.filter((change): change is Of<Kind> => change.kind === kind);
  return [
    ...of('query').map(queryText),
    ...of('field').map(fieldText),
    ...listText('Columns:', of('column').map(columnLine)),
    ...listText('Mapping:', of('mapping').map(mappingLine)),
    ...of('schedule').map(scheduleText),
  ].join('\n');
}
