import { TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/session-query.ts';
import { ChangeList } from '../../components/changes/ChangeList.tsx';
import { changesBetween } from '../../components/saving/changes-between.ts';
import { strings } from '../../strings/en.ts';
import { DraftedModelNotice } from './DraftedModelNotice.tsx';
import { KeyNote } from './KeyNote.tsx';
import classes from './SyncEditor.module.css';
import { contentOf, type SyncForm } from './sync-form.ts';
import type { SyncParts } from './use-sync-parts.ts';

const { review: texts } = strings.syncs;
const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 4_000;

interface Props {
  form: SyncForm;
  parts: SyncParts;
  name: string;
  description: string;
  nameError: string | null;
  onName: (name: string) => void;
  onDescription: (description: string) => void;
}

/** What it will be called, and everything that was chosen, as reviewers will see it. */
export function ReviewPart({ form, parts, name, description, nameError, onName, onDescription }: Props) {
  const timeZone = useQuery(sessionQuery).data?.workspace.settings.timeZone;
  return (
    <div className={classes.fields}>
      {parts.model?.draft && <DraftedModelNotice model={parts.model} />}
      <TextInput
        className={classes.choice}
        label={texts.name}
        required
        withAsterisk={false}
        maxLength={LONGEST_NAME}
        value={name}
        error={nameError}
        onChange={({ currentTarget }) => onName(currentTarget.value)}
      />
      <Textarea
        className={classes.choice}
        label={texts.description}
        description={texts.descriptionHint}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LONGEST_DESCRIPTION}
        value={description}
        onChange={({ currentTarget }) => onDescription(currentTarget.value)}
      />
      <KeyNote keys={form.keys} table={parts.table} />
      <section aria-label={texts.summary}>
        <p className={classes.label}>{texts.summary}</p>
        <ChangeList changes={changesBetween(null, contentOf(form), { ends: parts.ends, timeZone })} />
      </section>
    </div>
  );
}
