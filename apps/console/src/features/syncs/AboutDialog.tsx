import { Button, Group, Modal, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Sync } from '../../api/resource-queries.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { useEditAbout } from './use-edit-about.ts';

const { page: texts, review } = strings.syncs;
const MOST_LABELS = 20;

/** Name, description and labels: what applies at once and asks nobody. */
export function AboutDialog({ sync, onClose }: { sync: Sync; onClose: () => void }) {
  const [name, setName] = useState(sync.name);
  const [description, setDescription] = useState(sync.description);
  const [labels, setLabels] = useState(sync.labels);
  const [isTried, setIsTried] = useState(false);
  const edit = useEditAbout(sync.id, onClose);
  const isStale = edit.error instanceof ProblemError && edit.error.problem.status === 412;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (name.trim() !== '') edit.mutate({ etag: sync.etag, change: { name: name.trim(), description, labels } });
  };
  return (
    <Modal opened onClose={onClose} title={texts.editAbout} closeButtonProps={{ 'aria-label': strings.close }}>
      <form onSubmit={save} noValidate>
        <Stack gap="sm">
          {isStale && (
            <div role="alert">
              {texts.aboutStale} “{sync.name}” · {sync.description || texts.none} ·{' '}
              {sync.labels.join(', ') || texts.none}. {texts.aboutAgain}
            </div>
          )}
          {edit.isError && !isStale && <ProblemNotice error={edit.error} />}
          <p>{texts.aboutHint}</p>
          <TextInput
            label={review.name}
            maxLength={200}
            value={name}
            error={isTried && name.trim() === '' && review.nameNeeded}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Textarea
            label={review.description}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4_000}
            value={description}
            onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          />
          <TagsInput
            label={texts.labels}
            description={texts.labelsHint}
            maxTags={MOST_LABELS}
            value={labels}
            onChange={setLabels}
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
