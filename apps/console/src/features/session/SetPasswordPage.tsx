import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { formText } from '../../components/form-text.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { EntryPage } from './EntryPage.tsx';

const { newPassword, forgot, signIn } = strings.session;
const LEAST = 10;
const focusOn = (link: HTMLAnchorElement | null): void => link?.focus();

/** Where invitations and links for a new password lead. The token stands behind the # of the address. */
export function SetPasswordPage() {
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('token'));
  const [differ, setDiffer] = useState(false);
  const choosing = useMutation({
    mutationFn: (body: { token: string; password: string }) => answerOf(api.POST('/api/v1/session/password', { body })),
  });
  // It lets its reader in: it does not stay in the address for whoever looks over the shoulder or syncs the history.
  useEffect(() => window.history.replaceState(window.history.state, '', window.location.pathname), []);

  if (token === null) {
    return (
      <EntryPage title={newPassword.noLink} detail={newPassword.noLinkDetail}>
        <Button component={Link} to="/forgot-password">
          {forgot}
        </Button>
      </EntryPage>
    );
  }
  if (choosing.isSuccess) {
    return (
      <EntryPage title={newPassword.done} detail={newPassword.doneDetail}>
        <Button component={Link} to="/sign-in" ref={focusOn}>
          {signIn}
        </Button>
      </EntryPage>
    );
  }
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = formText(event.currentTarget, 'password');
    const same = password === formText(event.currentTarget, 'repeat');
    setDiffer(!same);
    if (same) choosing.mutate({ token, password });
  };
  const common = { autoComplete: 'new-password', required: true, withAsterisk: false, minLength: LEAST };
  return (
    <EntryPage title={newPassword.title}>
      <form onSubmit={send}>
        <Stack gap="sm">
          {choosing.error && <ProblemNotice error={choosing.error} />}
          <PasswordInput
            {...common}
            name="password"
            label={newPassword.label}
            description={newPassword.hint}
            autoFocus
          />
          <PasswordInput
            {...common}
            name="repeat"
            label={newPassword.repeat}
            error={differ ? newPassword.different : undefined}
          />
          <Button type="submit" fullWidth mt="xs" loading={choosing.isPending}>
            {newPassword.save}
          </Button>
        </Stack>
      </form>
    </EntryPage>
  );
}
