import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { ProblemError } from '../../api/problem-error.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { DemoMembers } from './DemoMembers.tsx';
import { EntryPage } from './EntryPage.tsx';
import { signIn } from './sign-in.ts';

const { session } = strings;
const EMPTY = { email: '', password: '', workspace: '' };

export function SignInPage() {
  const { returnTo } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const queries = useQueryClient();
  const [fields, setFields] = useState(EMPTY);
  const submit = useRef<HTMLButtonElement>(null);
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: () => {
      // Whatever somebody else left in this tab is not for this one.
      queries.clear();
      router.history.push(returnTo);
    },
  });

  const field = (name: keyof typeof EMPTY) => ({
    name,
    label: session[name],
    value: fields[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      setFields((before) => ({ ...before, [name]: currentTarget.value })),
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    entering.mutate(fields);
  };
  const wrong = entering.error instanceof ProblemError && entering.error.isNotSignedIn;

  return (
    <EntryPage title={session.signIn}>
      <form onSubmit={send}>
        <Stack gap="sm">
          {entering.error && <ProblemNotice error={entering.error} {...(wrong && { says: session.wrong })} />}
          <TextInput {...field('email')} type="email" autoComplete="username" required withAsterisk={false} autoFocus />
          <PasswordInput {...field('password')} autoComplete="current-password" required withAsterisk={false} />
          <TextInput {...field('workspace')} description={session.workspaceHint} autoComplete="organization" />
          <Button ref={submit} type="submit" fullWidth mt="xs" loading={entering.isPending}>
            {session.signIn}
          </Button>
          <Anchor component={Link} to="/forgot-password" size="sm">
            {session.forgot}
          </Anchor>
        </Stack>
      </form>
      <DemoMembers
        onChoose={(chosen) => {
          setFields({ ...EMPTY, ...chosen });
          submit.current?.focus();
        }}
      />
    </EntryPage>
  );
}
