import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { modelChoicesQuery, type ListedModel } from './choice-queries.ts';
import { DraftedModelNotice } from './DraftedModelNotice.tsx';
import { ModelColumns } from './ModelColumns.tsx';
import classes from './SyncEditor.module.css';
import type { PartProps } from './part-props.ts';

const { model: texts } = strings.syncs;
const WHILE_TYPING_MS = 200;

/** Which model's rows the sync moves. */
export function ModelPart({ form, parts, errors, onChange }: PartProps) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, WHILE_TYPING_MS);
  const { model, modelContent } = parts;
  const found = useQuery(modelChoicesQuery(asked === model?.name ? '' : asked));
  if (found.isError) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  const models = found.data ?? [];
  if (found.isSuccess && models.length === 0 && asked === '') {
    return (
      <EmptyState action={<ButtonLink to="/models/new">{texts.newModel}</ButtonLink>}>{texts.noModels}</EmptyState>
    );
  }
  const choices = models.map(({ id, name }) => ({ value: id, label: name }));
  const isListed = model === undefined || choices.some(({ value }) => value === model.id);
  const byId = new Map(models.map((each) => [each.id, each]));
  return (
    <div className={classes.fields}>
      <Select
        className={classes.choice}
        label={texts.label}
        description={texts.hint}
        placeholder={texts.search}
        searchable
        allowDeselect={false}
        nothingFoundMessage={texts.none}
        // The server has searched already, also in descriptions and labels.
        filter={({ options }) => options}
        data={isListed ? choices : [{ value: model.id, label: model.name }, ...choices]}
        renderOption={({ option }) => <Choice name={option.label} model={byId.get(option.value)} />}
        value={form.modelId || null}
        searchValue={search}
        onSearchChange={setSearch}
        error={errors.modelId}
        onChange={(modelId) => modelId !== null && onChange({ ...form, modelId })}
      />
      {model !== undefined && modelContent === undefined && <p role="alert">{texts.empty}</p>}
      {model?.draft && <DraftedModelNotice model={model} />}
      {modelContent !== undefined && <ModelColumns content={modelContent} isDraft={model?.draft !== null} />}
    </div>
  );
}

function Choice({ name, model }: { name: string; model: ListedModel | undefined }) {
  const facts = [
    model?.published && texts.version(model.published.version),
    model?.draft && (model.draft.state === 'in_review' ? texts.inReview : texts.draft),
    model?.ends.sourceName,
  ].filter((fact) => typeof fact === 'string');
  return (
    <span className={classes.option}>
      {name} <small>{facts.join(' · ')}</small>
    </span>
  );
}
