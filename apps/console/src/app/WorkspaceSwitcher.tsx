import { Button, Group, Modal, PasswordInput, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ProblemError } from '../api/problem-error.ts';
import { sessionQuery, type Session } from '../api/session-query.ts';
import { formText } from '../components/form-text.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { signIn } from '../features/session/sign-in.ts';
import { strings } from '../strings/en.ts';
import classes from './WorkspaceSwitcher.module.css';

type Workspace = Session['workspaces'][number];

const texts = strings.shell.workspaces;

/** The workspaces somebody is a member of. Going to another takes a sign-in there: a session belongs to one. */
export function WorkspaceSwitcher({ onClose }: { onClose: () => void }) {
  const session = useQuery(sessionQuery).data;
  const [chosen, setChosen] = useState<Workspace>();
  const entering = useMutation({
    mutationFn: signIn,
    // A fresh page holds nothing of the workspace that was left.
    onSuccess: () => window.location.assign('/'),
  });
  if (session === undefined) return null;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (chosen === undefined) return;
    const password = formText(event.currentTarget, 'password');
    entering.mutate({ email: session.member.email ?? '', password, workspace: chosen.slug });
  };
  const wrong = entering.error instanceof ProblemError && entering.error.isNotSignedIn;
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': strings.close }}>
      <Stack gap="sm">
        <Text size="sm">{session.workspaces.length > 1 ? texts.detail : texts.only}</Text>
        <ul className={classes.list}>
          {session.workspaces.map((workspace) => {
            const isHere = workspace.id === session.workspace.id;
            return (
              <li key={workspace.id}>
                <UnstyledButton
                  className={classes.workspace}
                  disabled={isHere}
                  aria-pressed={workspace.id === chosen?.id}
                  onClick={() => setChosen(workspace)}
                >
                  <span className={classes.name}>{workspace.name}</span>
                  <span className={classes.slug}>{isHere ? texts.here : workspace.slug}</span>
                  {isHere && <IconCheck size={16} aria-hidden />}
                </UnstyledButton>
              </li>
            );
          })}
        </ul>
        {chosen && (
          <form key={chosen.id} onSubmit={send}>
            <Stack gap="sm">
              {entering.error && <ProblemNotice error={entering.error} {...(wrong && { says: texts.wrong })} />}
              <input type="hidden" autoComplete="username" value={session.member.email ?? ''} />
              <PasswordInput
                name="password"
                label={texts.password(chosen.name)}
                autoComplete="current-password"
                required
                withAsterisk={false}
                data-autofocus
                autoFocus
              />
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={onClose}>
                  {strings.cancel}
                </Button>
                <Button type="submit" loading={entering.isPending}>
                  {texts.enter}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
    </Modal>
  );
}
