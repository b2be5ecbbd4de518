import type { UseQueryResult } from '@tanstack/react-query';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { AskingSource } from '../../components/rows/AskingSource.tsx';
import { RowsTable } from '../../components/rows/RowsTable.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Preview.module.css';
import type { PreviewRows } from './preview-query.ts';

interface Props {
  title: string;
  caption: string;
  query: UseQueryResult<PreviewRows>;
  source: string;
}

/** One side of a comparison of rows: what was found, why not, or that it is being looked for. */
export function PreviewSide({ title, caption, query, source }: Props) {
  const { data, error, isFetching, refetch } = query;
  return (
    <section className={classes.side}>
      <h3 className={classes.title}>
        {title}
        {data && (
          <span className={classes.count}>
            {strings.rows.counted(data.rows.length, data.columns.length, data.truncated)}
          </span>
        )}
      </h3>
      {isFetching && <AskingSource source={source} />}
      {!isFetching && error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!isFetching && data && <RowsTable columns={data.columns} rows={data.rows} caption={caption} />}
    </section>
  );
}
