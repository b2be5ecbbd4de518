import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { FreeFields } from './FreeFields.tsx';
import { KeyNote } from './KeyNote.tsx';
import { rowsOf } from './mapping-rows.ts';
import { MappingTable } from './MappingTable.tsx';
import type { PartProps } from './part-props.ts';
import classes from './SyncEditor.module.css';
import { suggestedOn } from './suggest-mapping.ts';

const { mapping: texts } = strings.syncs;

/** Which column of the model fills which field of the table, and by which fields rows are told apart. */
export function MappingPart({ form, parts, errors, onChange }: PartProps) {
  const { table, tableError, modelContent } = parts;
  const [told, setTold] = useState<string | null>(null);
  const isBegun = useRef(false);
  const suggested = table && modelContent && suggestedOn(form, table, modelContent);
  // A table that was chosen before the model's columns were known has nothing mapped yet.
  useEffect(() => {
    if (isBegun.current || !suggested) return;
    isBegun.current = true;
    if (form.mapping.length === 0) onChange(suggested);
  }, [form, suggested, onChange]);
  if (modelContent === undefined || form.object === '') return <p>{texts.first}</p>;
  if (table === undefined) return <FieldsSkeleton />;
  const suggest = (): void => {
    if (!suggested) return;
    const count = suggested.mapping.length - form.mapping.length;
    setTold(count === 0 ? texts.nothingSuggested : texts.suggested(count));
    onChange(suggested);
  };
  const rows = rowsOf(form, table, modelContent);
  return (
    <div className={classes.fields}>
      {tableError !== null && <ProblemNotice error={tableError} onRetry={parts.retryTable} />}
      {table === null && <p>{texts.unknownTable}</p>}
      {table !== null && (
        <div className={classes.aboveTable}>
          <p className={classes.hint}>
            {texts.mapped(form.mapping.length, table.columns.length)} {texts.keysHint}
          </p>
          <Button variant="default" size="xs" leftSection={<IconWand size={14} aria-hidden />} onClick={suggest}>
            {texts.suggest}
          </Button>
        </div>
      )}
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      {rows.length > 0 && (
        <MappingTable form={form} rows={rows} columns={modelContent.columns} errors={errors} onChange={onChange} />
      )}
      {table === null && <FreeFields form={form} onChange={onChange} />}
      {(errors.mapping ?? errors.keys) !== undefined && (
        <p className={classes.error} role="alert">
          {[errors.mapping, errors.keys].filter(Boolean).join(' ')}
        </p>
      )}
      <KeyNote keys={form.keys} table={table} />
    </div>
  );
}

function FieldsSkeleton() {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{texts.loading}</VisuallyHidden>
      <Skeleton height={180} />
    </div>
  );
}
