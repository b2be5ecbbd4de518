import { Checkbox, Select, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ModelContent } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import classes from './MappingTable.module.css';
import { withColumn, withKey, type MappingRow } from './mapping-rows.ts';
import type { SyncForm } from './sync-form.ts';

const { mapping: texts } = strings.syncs;

interface Props {
  form: SyncForm;
  rows: MappingRow[];
  columns: ModelContent['columns'];
  errors: Record<string, string>;
  onChange: (form: SyncForm) => void;
}

/** One row for each field of the destination; in narrow windows each is a card. */
export function MappingTable({ form, rows, columns, errors, onChange }: Props) {
  const choices = columns.map(({ name, type }) => ({ value: name, label: name, type }));
  return (
    <table className={classes.mapping}>
      <VisuallyHidden component="caption">{texts.caption(form.object)}</VisuallyHidden>
      <thead>
        <tr>
          {[texts.field, texts.column, texts.match, texts.key].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field} data-unwritten={row.index === -1 || undefined}>
            <th scope="row">
              <code>{row.field}</code>
              <small>
                {row.databaseType}
                {row.isRequired && <strong> {texts.required}</strong>}
              </small>
            </th>
            <td className={classes.column}>
              <Select
                aria-label={texts.columnFor(row.field)}
                placeholder={texts.notWritten}
                searchable
                clearable
                data={row.isUnknownColumn ? [...choices, { value: row.column, label: row.column }] : choices}
                value={row.column === '' ? null : row.column}
                error={problemOf(row) ?? errors[`mapping.${row.index}.column`]}
                onChange={(column) => onChange(withColumn(form, row, column))}
              />
            </td>
            <td data-label={texts.match}>
              <Match row={row} />
            </td>
            <td data-label={texts.key}>
              <Checkbox
                aria-label={texts.keyOf(row.field)}
                checked={row.isKey}
                disabled={row.index === -1 && !row.isKey}
                onChange={({ currentTarget }) => onChange(withKey(form, row.field, currentTarget.checked))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function problemOf({ isRequired, index, isMissing, isUnknownColumn }: MappingRow): string | undefined {
  if (isMissing) return texts.missingField;
  if (isUnknownColumn) return texts.unknownColumn;
  return isRequired && index === -1 ? texts.requiredMissing : undefined;
}

function Match({ row: { match, columnType, databaseType } }: { row: MappingRow }) {
  if (match === null) return null;
  const Icon = match === 'mayNotFit' ? IconAlertTriangle : IconCheck;
  return (
    <span className={classes.match} data-match={match}>
      <Icon size={14} aria-hidden />
      {texts[match]}
      {match === 'mayNotFit' && <small>{texts.mayNotFitHint(columnType ?? '', databaseType ?? '')}</small>}
    </span>
  );
}
