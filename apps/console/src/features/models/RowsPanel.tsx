import { Button } from '@mantine/core';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { AskingSource } from '../../components/rows/AskingSource.tsx';
import { RowsTable } from '../../components/rows/RowsTable.tsx';
import { indexOfPosition, lineAndColumn } from '../../components/sql-editor/index-of-position.ts';
import { strings } from '../../strings/en.ts';
import { isQueryError } from './use-rows.ts';
import type { Bench } from './use-workbench.ts';
import classes from './Workbench.module.css';

const { editor: texts, preview } = strings.models;

interface Props {
  bench: Bench;
  query: string;
  source: { name: string };
}

/** What the source found for the query, or what it has against it. */
export function RowsPanel({ bench: { rows, saveAnyway, isTried, isUnproved }, query, source }: Props) {
  const { found, error, isAsking } = rows;
  if (isAsking) return <AskingSource source={source.name} />;
  if (error !== null && rows.isAbout(query.trim())) {
    return (
      <>
        <ProblemNotice
          error={error}
          {...(isQueryError(error) && { says: saidOf(rows.errorIn(query.trim()), query) })}
        />
        {isTried && saveAnyway && isQueryError(error) && (
          <div className={classes.stale}>
            <p>{texts.notSaved}</p>
            <Button variant="default" size="xs" onClick={saveAnyway}>
              {texts.saveAnyway}
            </Button>
          </div>
        )}
      </>
    );
  }
  if (found === null) return <EmptyState>{texts.noRows}</EmptyState>;
  const { columns, rows: values, truncated } = found.rows;
  return (
    <>
      <div className={classes.stale}>
        <p role="status">{strings.rows.counted(values.length, columns.length, truncated)}</p>
        {isUnproved && <p>{texts.rowsOfBefore}</p>}
      </div>
      <RowsTable columns={columns} rows={values} caption={preview.rows} />
    </>
  );
}

function saidOf(error: { message: string; position: number | undefined } | null, query: string) {
  if (error?.position === undefined) return { title: texts.queryFails, detail: error?.message ?? '' };
  const { line, column } = lineAndColumn(query, indexOfPosition(query, error.position));
  return { title: texts.queryFailsAt(line, column), detail: error.message };
}
