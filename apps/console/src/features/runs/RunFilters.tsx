import { NativeSelect } from '@mantine/core';
import { refusalCodes } from '../../components/run-now/refusal-codes.ts';
import { runStatuses } from '../../components/run-now/run-status.ts';
import { strings } from '../../strings/en.ts';
import { runsSearchOf, type RunsSearch } from './runs-search.ts';
import classes from './RunsPage.module.css';
import { SyncFilter } from './SyncFilter.tsx';

const { filters, codes } = strings.runs;

interface Props {
  search: RunsSearch;
  onChange: (search: RunsSearch) => void;
}

/** Narrows the runs down to a sync, an outcome, and a reason for refusing. */
export function RunFilters({ search, onChange }: Props) {
  const set = (changed: Record<string, string | undefined>): void => onChange(runsSearchOf({ ...search, ...changed }));
  return (
    <div className={classes.filters} role="search">
      <SyncFilter syncId={search.syncId} onChange={(syncId) => set({ syncId })} />
      <NativeSelect
        size="xs"
        aria-label={filters.outcome}
        value={search.outcome ?? ''}
        onChange={({ currentTarget: { value } }) => set({ outcome: value, code: undefined })}
        data={[
          { value: '', label: filters.anyOutcome },
          ...runStatuses.map((status) => ({ value: status, label: strings.status[status] })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={filters.code}
        value={search.code ?? ''}
        onChange={({ currentTarget: { value } }) => set({ code: value, ...(value === '' && { outcome: undefined }) })}
        data={[
          { value: '', label: filters.anyCode },
          ...refusalCodes.map((code) => ({ value: code, label: codes[code] })),
        ]}
      />
    </div>
  );
}
