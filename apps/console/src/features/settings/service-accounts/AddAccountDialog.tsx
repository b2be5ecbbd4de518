import { AddServiceAccountBody } from '@imprimatur/contracts';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { errorText } from '../../../components/forms/error-text.ts';
import { useApiForm } from '../../../components/forms/use-api-form.ts';
import { strings } from '../../../strings/en.ts';
import { PeopleRefusal } from '../members/PeopleRefusal.tsx';
import { RolePicker } from '../RolePicker.tsx';
import { useAddAccount } from './use-account-commands.ts';

const { name: nameLabel, accounts } = strings.people;
const { add: texts } = accounts;

interface Props {
  onAdded: (id: string) => void;
  onClose: () => void;
}

export function AddAccountDialog({ onAdded, onClose }: Props) {
  const form = useApiForm(AddServiceAccountBody, { name: '', roleId: '' });
  const adding = useAddAccount();
  const { errors } = form.formState;
  const send = form.handleSubmit((body) => {
    form.accept();
    adding.mutate(body, { onSuccess: ({ id }) => onAdded(id), onError: form.refuse });
  });
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': strings.close }}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack gap="sm">
          {Boolean(form.refusal) && <PeopleRefusal error={form.refusal} />}
          <TextInput
            label={nameLabel}
            description={texts.nameHint}
            autoComplete="off"
            data-autofocus
            error={errorText(errors.name)}
            {...form.register('name')}
          />
          <Controller
            control={form.control}
            name="roleId"
            render={({ field: { value, onChange } }) => (
              <RolePicker value={value} onChange={onChange} error={errorText(errors.roleId)} />
            )}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {strings.cancel}
            </Button>
            <Button type="submit" loading={adding.isPending}>
              {texts.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
