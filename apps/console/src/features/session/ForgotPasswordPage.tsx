import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { formText } from '../../components/form-text.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { EntryPage } from './EntryPage.tsx';

const { session } = strings;

export function ForgotPasswordPage() {
  const asking = useMutation({
    mutationFn: (email: string) => answerOf(api.POST('/api/v1/session/password-reset', { body: { email } })),
  });
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    asking.mutate(formText(event.currentTarget, 'email'));
  };
  return (
    <EntryPage title={session.reset.title} detail={session.reset.detail}>
      <form onSubmit={send}>
        <Stack gap="sm">
          {asking.error && <ProblemNotice error={asking.error} />}
          <TextInput
            name="email"
            type="email"
            label={session.email}
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
          />
          <Button type="submit" fullWidth mt="xs" loading={asking.isPending}>
            {session.reset.send}
          </Button>
          <div role="status">{asking.isSuccess && session.reset.sent}</div>
          <Anchor component={Link} to="/sign-in" size="sm">
            {session.reset.back}
          </Anchor>
        </Stack>
      </form>
    </EntryPage>
  );
}
