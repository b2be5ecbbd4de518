import { Button, TextInput } from '@mantine/core';
import type { ComponentType, FormEvent } from 'react';
import { StaleNotice } from '../../components/forms/StaleNotice.tsx';
import { LeaveGuard } from '../../components/leaving/LeaveGuard.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Said } from '../../components/Said.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Audiences.module.css';
import type { FieldErrors, FieldsOf } from './live-content.ts';
import { summaryOf } from './summary-of.ts';
import type { Kind } from './use-kind.ts';
import { useLiveEditor } from './use-live-editor.ts';
import type { Seen } from './use-live-commands.ts';

const { audiences } = strings;

/** The fields that are of one kind only. */
export interface FieldSetProps<Content> {
  content: Content;
  onChange: (content: Content) => void;
  errors: FieldErrors;
  /** Of what the content names by id. */
  names: Record<string, string>;
}

interface Props<Of extends Kind> {
  kind: Of;
  saved: FieldsOf[Of];
  names?: Record<string, string>;
  /** Null for one that is yet to be made. */
  seen: Seen | null;
  fieldSet: ComponentType<FieldSetProps<FieldsOf[Of]['content']>>;
  onCreated?: (id: string) => void;
}

/** Name and content, and that saving makes it live at once. */
export function LiveEditor<Of extends Kind>({ kind, saved, names = {}, seen, fieldSet: Fields, onCreated }: Props<Of>) {
  const editor = useLiveEditor(kind, saved, seen, onCreated);
  const texts = audiences[kind];
  const { fields, errors } = editor;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    editor.save();
  };
  return (
    <form onSubmit={send} noValidate>
      {editor.isStale && (
        <StaleNotice
          differences={[
            { label: audiences.name, theirs: saved.name, mine: fields.name },
            { label: texts.content, theirs: summaryOf(saved.content, names), mine: summaryOf(fields.content, names) },
          ].filter(({ theirs, mine }) => theirs !== mine)}
          onKeepMine={editor.keepMine}
          onTakeTheirs={editor.drop}
        />
      )}
      {Boolean(editor.refusal) && <ProblemNotice error={editor.refusal} />}
      <Said>{editor.wasSaved ? texts.saved : ''}</Said>
      <div className={classes.fields}>
        <TextInput
          label={audiences.name}
          autoComplete="off"
          value={fields.name}
          error={errors.name}
          onChange={({ currentTarget }) => editor.change({ ...fields, name: currentTarget.value })}
        />
        <Fields
          content={fields.content}
          onChange={(content) => editor.change({ ...fields, content })}
          errors={errors}
          names={names}
        />
      </div>
      <div className={classes.buttons}>
        <Button type="submit" loading={editor.isPending} disabled={seen !== null && !editor.isUnsaved}>
          {seen === null ? texts.createAndPublish : audiences.saveAndPublish}
        </Button>
        {editor.isUnsaved && seen !== null && (
          <Button variant="default" onClick={editor.drop}>
            {strings.discard}
          </Button>
        )}
        <p className={classes.quiet}>{texts.atOnce}</p>
      </div>
      <LeaveGuard isUnsaved={editor.isUnsaved} />
    </form>
  );
}
