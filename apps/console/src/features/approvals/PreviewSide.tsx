import type { UseQueryResult } from '@tanstack/react-query';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { Asking } from './Asking.tsx';
import classes from './Preview.module.css';
import type { PreviewRows } from './preview-query.ts';
import { PreviewTable } from './PreviewTable.tsx';

const { preview } = strings.approvals;

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
            {preview.counted(data.rows.length, data.columns.length, data.truncated)}
          </span>
        )}
      </h3>
      {isFetching && <Asking source={source} />}
      {!isFetching && error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!isFetching && data && <PreviewTable columns={data.columns} rows={data.rows} caption={caption} />}
    </section>
  );
}
