import type { ModelContent } from '../../api/resource-queries.ts';
import { PlainTable, type Column } from '../../components/tables/PlainTable.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Models.module.css';

const { columns: texts } = strings.models;

/** The columns of its rows, with the types that syncs take them for. */
export function ColumnsTab({ content: { columns, configuration } }: { content: ModelContent }) {
  const cells: Column<ModelContent['columns'][number]>[] = [
    { label: texts.column, isHeading: true, cell: ({ name }) => <code className={classes.code}>{name}</code> },
    { label: texts.type, cell: ({ type }) => type },
    { label: texts.primaryKey, cell: ({ name }) => (name === configuration.primaryKey ? texts.isKey : '') },
  ];
  return <PlainTable caption={texts.caption} columns={cells} rows={columns} keyOf={({ name }) => name} />;
}
