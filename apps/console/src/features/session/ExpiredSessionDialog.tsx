import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { ProblemError } from '../../api/problem-error.ts';
import { onSessionEnded } from '../../api/session-renewal.ts';
import { formText } from '../../components/form-text.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { sessionQuery, type Session } from '../../api/session-query.ts';
import { signIn } from './sign-in.ts';

const { session: texts } = strings;

/** Lies over the page when the session has ended, so that what stands in its forms is still there afterwards. */
export function ExpiredSessionDialog() {
  const queries = useQueryClient();
  const [ended, setEnded] = useState<Session>();
  // Who has not been signed in at all is led to the sign-in page instead.
  useEffect(() => onSessionEnded(() => setEnded(queries.getQueryData(sessionQuery.queryKey))), [queries]);
  const returning = useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      setEnded(undefined);
      await queries.invalidateQueries();
    },
  });
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (ended === undefined) return;
    const password = formText(event.currentTarget, 'password');
    returning.mutate({ email: ended.member.email ?? '', password, workspace: ended.workspace.slug });
  };
  const wrong = returning.error instanceof ProblemError && returning.error.isNotSignedIn;
  return (
    <Modal
      opened={ended !== undefined}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={texts.expired.title}
    >
      <form onSubmit={send}>
        <Stack gap="sm">
          <Text>{texts.expired.detail}</Text>
          {returning.error && <ProblemNotice error={returning.error} {...(wrong && { says: texts.wrong })} />}
          <input type="hidden" autoComplete="username" value={ended?.member.email ?? ''} />
          <PasswordInput
            name="password"
            label={texts.password}
            description={ended?.member.email}
            autoComplete="current-password"
            required
            withAsterisk={false}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" component="a" href="/sign-in">
              {texts.expired.someoneElse}
            </Button>
            <Button type="submit" loading={returning.isPending}>
              {texts.signIn}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
