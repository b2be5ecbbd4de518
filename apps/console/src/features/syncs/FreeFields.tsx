import { Button, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './SyncEditor.module.css';
import type { SyncForm } from './sync-form.ts';

const { mapping: texts } = strings.syncs;
const LONGEST_NAME = 63;

/** Names a field to write where the destination cannot be asked for its fields. */
export function FreeFields({ form, onChange }: { form: SyncForm; onChange: (form: SyncForm) => void }) {
  const [field, setField] = useState('');
  const name = field.trim();
  const isNew = name !== '' && !form.mapping.some((row) => row.field === name);
  const add = (): void => {
    if (!isNew) return;
    onChange({ ...form, mapping: [...form.mapping, { column: '', field: name }] });
    setField('');
  };
  const addOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <div className={classes.addField}>
      <TextInput
        label={texts.fieldName}
        maxLength={LONGEST_NAME}
        spellCheck={false}
        value={field}
        onChange={({ currentTarget }) => setField(currentTarget.value)}
        onKeyDown={addOnEnter}
      />
      <Button variant="default" onClick={add} disabled={!isNew}>
        {texts.addField}
      </Button>
    </div>
  );
}
