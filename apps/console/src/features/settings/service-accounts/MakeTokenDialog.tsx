import { IssueServiceTokenBody } from '@imprimatur/contracts';
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { errorText } from '../../../components/forms/error-text.ts';
import { useApiForm } from '../../../components/forms/use-api-form.ts';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { strings } from '../../../strings/en.ts';
import { SecretOnce } from './SecretOnce.tsx';
import { useMakeToken } from './use-account-commands.ts';

const { name: nameLabel, tokens } = strings.people;
const { make: texts } = tokens;
const DAY_MS = 86_400_000;
const lifetimes = ['30', '90', '365', 'never'] as const;
type Lifetime = (typeof lifetimes)[number];

const endOf = (lifetime: Lifetime): string | null =>
  lifetime === 'never' ? null : new Date(Date.now() + Number(lifetime) * DAY_MS).toISOString();

interface Props {
  accountId: string;
  onClose: () => void;
}

/** Makes a token, then shows its secret, once. */
export function MakeTokenDialog({ accountId, onClose }: Props) {
  const [lifetime, setLifetime] = useState<Lifetime>('90');
  const form = useApiForm(IssueServiceTokenBody, { name: '', expiresAt: endOf('90') });
  const making = useMakeToken(accountId);
  const send = form.handleSubmit((body) => {
    form.accept();
    making.mutate(body, { onError: form.refuse });
  });
  const choose = (chosen: Lifetime): void => {
    setLifetime(chosen);
    form.setValue('expiresAt', endOf(chosen));
  };
  const isMade = making.data !== undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={isMade ? texts.madeTitle : texts.title}
      withCloseButton={!isMade}
      closeOnEscape={!isMade}
      closeOnClickOutside={!isMade}
      closeButtonProps={{ 'aria-label': strings.close }}
    >
      {making.data ? (
        <SecretOnce secret={making.data.secret} onDone={onClose} />
      ) : (
        <form onSubmit={(event) => void send(event)} noValidate>
          <Stack gap="sm">
            {Boolean(form.refusal) && <ProblemNotice error={form.refusal} />}
            <TextInput
              label={nameLabel}
              description={texts.nameHint}
              autoComplete="off"
              data-autofocus
              error={errorText(form.formState.errors.name)}
              {...form.register('name')}
            />
            <NativeSelect
              label={texts.expires}
              value={lifetime}
              onChange={({ currentTarget }) => choose(currentTarget.value as Lifetime)}
              data={lifetimes.map((value) => ({ value, label: texts.after[value] }))}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {strings.cancel}
              </Button>
              <Button type="submit" loading={making.isPending}>
                {texts.create}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
