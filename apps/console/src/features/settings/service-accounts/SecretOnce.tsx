import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { strings } from '../../../strings/en.ts';
import classes from './SecretOnce.module.css';

const { make: texts } = strings.people.tokens;

interface Props {
  /** Null when the answer that had it did not arrive. */
  secret: string | null;
  onDone: () => void;
}

export function SecretOnce({ secret, onDone }: Props) {
  if (secret === null) {
    return (
      <Stack gap="sm">
        <Text role="alert">{texts.lost}</Text>
        <Group justify="flex-end">
          <Button onClick={onDone} autoFocus>
            {strings.close}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      <Text>{texts.made}</Text>
      <div className={classes.line}>
        <TextInput
          className={classes.secret}
          label={texts.secret}
          value={secret}
          readOnly
          autoFocus
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" h={36} onClick={copy}>
              <span aria-live="polite">{copied ? texts.copied : texts.copy}</span>
            </Button>
          )}
        </CopyButton>
      </div>
      <Group justify="flex-end">
        <Button onClick={onDone}>{texts.done}</Button>
      </Group>
    </Stack>
  );
}
