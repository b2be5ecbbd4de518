import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Model } from '../../api/resource-queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { AskingSource } from '../../components/rows/AskingSource.tsx';
import { RowsTable } from '../../components/rows/RowsTable.tsx';
import type { Which } from '../../components/versions/ContentChoice.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Models.module.css';
import { savedRowsQuery } from './preview-query.ts';

const { preview: texts } = strings.models;

/** The first rows that a saved query finds. The source is asked only when somebody wants to see them. */
export function PreviewTab({ model, which }: { model: Model; which: Which }) {
  const { id, name, sourceName } = model;
  const revision = (which === 'draft' ? model.draft : model.published)?.revision ?? null;
  const { data, error, isFetching, refetch } = useQuery(savedRowsQuery(id, which, revision));
  const ask = (label: string) => (
    <Button variant="default" size="xs" onClick={() => void refetch()}>
      {label}
    </Button>
  );
  if (isFetching) return <AskingSource source={sourceName} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <EmptyState action={ask(texts.show)}>{texts.offer(sourceName)}</EmptyState>;
  return (
    <>
      <div className={classes.aboveRows}>
        <p role="status">{strings.rows.counted(data.rows.length, data.columns.length, data.truncated)}</p>
        {ask(texts.again)}
      </div>
      <RowsTable columns={data.columns} rows={data.rows} caption={texts.rowsOf(name)} />
    </>
  );
}
