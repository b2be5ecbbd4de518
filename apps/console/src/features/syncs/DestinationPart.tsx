import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { destinationChoicesQuery } from './choice-queries.ts';
import { MayNotSave } from './MayNotSave.tsx';
import type { PartProps } from './part-props.ts';
import classes from './SyncEditor.module.css';
import { TableField } from './TableField.tsx';

const { destination: texts } = strings.syncs;
const WHILE_TYPING_MS = 200;

/** Where the rows go: the destination, its table, and how they are written. */
export function DestinationPart({ form, parts, errors, onChange }: PartProps) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, WHILE_TYPING_MS);
  const { destinationName } = parts;
  const found = useQuery(destinationChoicesQuery(asked === destinationName ? '' : asked));
  if (found.isError) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  const choices = (found.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (found.isSuccess && choices.length === 0 && asked === '') {
    const toDestinations = <ButtonLink to="/destinations">{texts.toDestinations}</ButtonLink>;
    return <EmptyState action={toDestinations}>{texts.noDestinations}</EmptyState>;
  }
  const { destinationId } = form;
  const isListed = destinationName === undefined || choices.some(({ value }) => value === destinationId);
  const choose = (id: string | null): void => {
    if (id === null || id === destinationId) return;
    onChange({ ...form, destinationId: id, object: '', mapping: [], keys: [] });
  };
  return (
    <div className={classes.fields}>
      <Select
        className={classes.choice}
        label={texts.label}
        placeholder={texts.search}
        searchable
        allowDeselect={false}
        nothingFoundMessage={texts.none}
        filter={({ options }) => options}
        data={isListed ? choices : [{ value: destinationId, label: destinationName }, ...choices]}
        value={destinationId || null}
        searchValue={search}
        onSearchChange={setSearch}
        error={errors.destinationId}
        onChange={choose}
      />
      <MayNotSave form={form} parts={parts} />
      {destinationId !== '' && <TableField form={form} parts={parts} errors={errors} onChange={onChange} />}
      <div>
        <p className={classes.label}>{texts.mode}</p>
        <p className={classes.hint}>{texts.upsertHint}</p>
      </div>
    </div>
  );
}
