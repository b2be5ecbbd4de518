import { Button, Group, Modal, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { MetadataBody } from '@imprimatur/contracts';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { ProblemError } from '../../api/problem-error.ts';
import type { GatedKind, Model, Sync } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { errorText } from '../forms/error-text.ts';
import { StaleNotice } from '../forms/StaleNotice.tsx';
import { useApiForm } from '../forms/use-api-form.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useEditAbout } from './use-edit-about.ts';

const { about: texts } = strings;
const MOST_LABELS = 20;

interface Props {
  kind: GatedKind;
  resource: Model | Sync;
  onSaved: () => void;
  onClose: () => void;
}

/** Name, description and labels: what applies at once and asks nobody. */
export function AboutDialog({ kind, resource, onSaved, onClose }: Props) {
  const { id, name, description, labels } = resource;
  const [etag, setEtag] = useState(resource.etag);
  const form = useApiForm(MetadataBody, { name, description, labels });
  const edit = useEditAbout(kind, id);
  const { errors } = form.formState;
  const isStale = form.refusal instanceof ProblemError && form.refusal.problem.code === 'metadata.stale';
  const save = form.handleSubmit(async (typed) => {
    form.accept();
    const change = { name: typed.name ?? name, description: typed.description ?? '', labels: typed.labels ?? labels };
    await edit.mutateAsync({ etag, change }).then(onSaved, form.refuse);
  });
  const keepMine = (): void => {
    setEtag(resource.etag);
    form.accept();
  };
  const takeTheirs = (): void => {
    form.reset({ name, description, labels });
    keepMine();
  };
  const typed = form.getValues();
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': strings.close }}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack gap="sm">
          {isStale && (
            <StaleNotice
              differences={[
                { label: texts.name, theirs: name, mine: typed.name ?? '' },
                { label: texts.description, theirs: description, mine: typed.description ?? '' },
                { label: texts.labels, theirs: labels.join(', '), mine: typed.labels?.join(', ') ?? '' },
              ].filter(({ theirs, mine }) => theirs !== mine)}
              onKeepMine={keepMine}
              onTakeTheirs={takeTheirs}
            />
          )}
          {Boolean(form.refusal) && !isStale && <ProblemNotice error={form.refusal} />}
          <p>{texts.hint}</p>
          <TextInput label={texts.name} data-autofocus error={errorText(errors.name)} {...form.register('name')} />
          <Textarea
            label={texts.description}
            autosize
            minRows={2}
            maxRows={8}
            error={errorText(errors.description)}
            {...form.register('description')}
          />
          <Controller
            control={form.control}
            name="labels"
            render={({ field }) => (
              <TagsInput
                label={texts.labels}
                description={texts.labelsHint}
                maxTags={MOST_LABELS}
                error={errors.labels && strings.fieldErrors.format}
                value={field.value ?? []}
                onChange={field.onChange}
                onBlur={field.onBlur}
              />
            )}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {strings.cancel}
            </Button>
            <Button type="submit" loading={edit.isPending}>
              {strings.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
