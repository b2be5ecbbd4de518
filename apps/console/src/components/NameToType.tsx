import { TextInput } from '@mantine/core';
import { strings } from '../strings/en.ts';

interface Props {
  name: string;
  description?: string;
  typed: string;
  onType: (typed: string) => void;
}

/** Asks for the name of what nothing brings back. */
export function NameToType({ name, description, typed, onType }: Props) {
  return (
    <TextInput
      label={
        <>
          {strings.typeName.before}
          <bdi>{name}</bdi>
          {strings.typeName.after}
        </>
      }
      description={description}
      value={typed}
      autoComplete="off"
      onChange={({ currentTarget }) => onType(currentTarget.value)}
    />
  );
}
