import { Button, NativeSelect } from '@mantine/core';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PlainTable, type Column } from '../../components/tables/PlainTable.tsx';
import { strings } from '../../strings/en.ts';
import { columnTypes } from './column-types.ts';
import type { ModelColumn, ModelForm } from './model-form.ts';
import type { Bench } from './use-workbench.ts';
import classes from './Workbench.module.css';

const { editor: texts, columns: words } = strings.models;

interface Props {
  form: ModelForm;
  bench: Bench;
  onChange: (part: (form: ModelForm) => ModelForm) => void;
}

/** The columns of the rows: what each is taken for, and which one tells rows apart. */
export function ColumnsPanel({ form: { columns, primaryKey }, bench, onChange }: Props) {
  if (columns.length === 0) return <EmptyState>{texts.noColumns}</EmptyState>;
  const found = new Map(bench.rows.found?.rows.columns.map(({ name, type }) => [name, type]));
  const give = (column: string, type: ModelColumn['type']): void =>
    onChange((now) => ({
      ...now,
      columns: now.columns.map((each) => (each.name === column ? { ...each, type } : each)),
    }));
  const cells: Column<ModelColumn>[] = [
    {
      label: words.column,
      isHeading: true,
      cell: ({ name, type }) => (
        <>
          <bdi className={classes.name}>{name}</bdi>
          {found.has(name) && found.get(name) !== type && (
            <span className={classes.found}>{texts.foundAs(found.get(name) ?? '')}</span>
          )}
        </>
      ),
    },
    {
      label: words.type,
      cell: ({ name, type }) => (
        <NativeSelect
          size="xs"
          className={classes.type}
          aria-label={texts.typeOf(name)}
          data={columnTypes}
          value={type}
          onChange={({ currentTarget }) => give(name, currentTarget.value as ModelColumn['type'])}
        />
      ),
    },
  ];
  const keyIsThere = columns.some(({ name }) => name === primaryKey);
  return (
    <div className={classes.columns}>
      {bench.findsOthers && (
        <div className={classes.stale}>
          <p>{texts.findsOthers}</p>
          <Button variant="default" size="xs" onClick={bench.takeFound}>
            {texts.takeFound}
          </Button>
        </div>
      )}
      <NativeSelect
        label={words.primaryKey}
        description={texts.primaryKeyHint}
        data={[
          ...(keyIsThere
            ? []
            : [{ value: primaryKey, label: primaryKey === '' ? texts.chooseKey : texts.keyGone(primaryKey) }]),
          ...columns.map(({ name }) => ({ value: name, label: name })),
        ]}
        value={primaryKey}
        error={bench.errors.includes('primaryKey') && texts.primaryKeyNeeded}
        onChange={({ currentTarget }) => onChange((now) => ({ ...now, primaryKey: currentTarget.value }))}
      />
      <PlainTable caption={words.caption} columns={cells} rows={columns} keyOf={({ name }) => name} />
    </div>
  );
}
