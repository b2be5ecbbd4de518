import { ColumnType } from '@imprimatur/contracts';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import classes from './Rebase.module.css';

const { rebase: texts } = strings.drafts;
const fixed = ['/configuration/modelId', '/configuration/destinationId', '/configuration/mode', '/configuration/keys'];

/** Whether a member may write a value for it here: what is plain text, not what refers to something else or has an editor of its own. */
export const mayBeWritten = (path: string, values: readonly unknown[]): boolean =>
  !fixed.includes(path) &&
  !path.startsWith('/configuration/options/') &&
  values.some((value) => typeof value === 'string');

interface Props {
  path: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A value that neither side has. */
export function OwnValue({ path, label, value, onChange }: Props) {
  const shared = { 'aria-label': texts.ownValueOf(label), value };
  if (path === '/query') {
    return (
      <Textarea
        {...shared}
        autosize
        minRows={4}
        maxRows={24}
        spellCheck={false}
        classNames={{ input: classes.code }}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  if (path.startsWith('/columns/')) {
    return (
      <NativeSelect
        {...shared}
        data={ColumnType.options}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  return <TextInput {...shared} onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
}
