import { Autocomplete } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import type { PartProps } from './part-props.ts';
import classes from './SyncEditor.module.css';
import { suggestedOn } from './suggest-mapping.ts';
import { useTables } from './use-tables.ts';

const { destination: texts } = strings.syncs;

/** The table to write to: chosen from those that are there, or typed. Choosing one maps what has the same name. */
export function TableField({ form, parts, errors, onChange }: PartProps) {
  const { destinationId, object } = form;
  const { tables = [], isMore, error } = useTables(destinationId, object);
  const choose = (chosen: string): void => {
    const table = tables.find((each) => each.object === chosen);
    const { modelContent } = parts;
    if (chosen === object || table === undefined || modelContent === undefined) {
      return onChange({ ...form, object: chosen });
    }
    onChange(suggestedOn({ ...form, object: chosen, mapping: [], keys: [] }, table, modelContent));
  };
  const isUnknown = object !== '' && error === null && parts.table === null;
  return (
    <Autocomplete
      className={classes.choice}
      classNames={{ input: classes.code }}
      label={texts.table}
      description={error !== null ? texts.tablesUnknown : isMore ? texts.more : texts.tableHint}
      data={tables.map((table) => table.object)}
      limit={100}
      spellCheck={false}
      value={object}
      error={errors.object ?? (isUnknown && texts.tableUnknown)}
      onChange={choose}
    />
  );
}
