import { AddMemberBody } from '@imprimatur/contracts';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { errorText } from '../../../components/forms/error-text.ts';
import { useApiForm } from '../../../components/forms/use-api-form.ts';
import { exactTime } from '../../../components/time.ts';
import { strings } from '../../../strings/en.ts';
import { RolePicker } from '../RolePicker.tsx';
import { PeopleRefusal } from './PeopleRefusal.tsx';
import { useInvite } from './use-invitation.ts';

const { invite: texts } = strings.people.members;

interface Props {
  onInvited: (what: string) => void;
  onClose: () => void;
}

export function InviteDialog({ onInvited, onClose }: Props) {
  const form = useApiForm(AddMemberBody, { name: '', email: '', roleId: '' });
  const inviting = useInvite();
  const { errors } = form.formState;
  const send = form.handleSubmit((body) => {
    form.accept();
    inviting.mutate(body, {
      onSuccess: ({ expiresAt }) => onInvited(texts.sent(body.name, exactTime(expiresAt))),
      onError: form.refuse,
    });
  });
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': strings.close }}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack gap="sm">
          {Boolean(form.refusal) && <PeopleRefusal error={form.refusal} />}
          <Text size="sm">{texts.detail}</Text>
          <TextInput
            label={texts.name}
            autoComplete="off"
            data-autofocus
            error={errorText(errors.name)}
            {...form.register('name')}
          />
          <TextInput
            label={texts.email}
            type="email"
            autoComplete="off"
            error={errorText(errors.email)}
            {...form.register('email')}
          />
          <Controller
            control={form.control}
            name="roleId"
            render={({ field: { value, onChange } }) => (
              <RolePicker
                value={value}
                onChange={onChange}
                description={texts.roleHint}
                error={errorText(errors.roleId)}
              />
            )}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {strings.cancel}
            </Button>
            <Button type="submit" loading={inviting.isPending}>
              {texts.send}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
