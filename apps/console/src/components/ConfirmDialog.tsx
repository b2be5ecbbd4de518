import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { strings } from '../strings/en.ts';
import { NameToType } from './NameToType.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

interface Props {
  title: string;
  /** What it will do, naming what it does it to. */
  children: ReactNode;
  /** The button, named by its effect. */
  action: string;
  isDestructive?: boolean;
  /** The name to type where nothing brings back what is lost. */
  nameToType?: string;
  isPending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something that cannot simply be taken back. */
export function ConfirmDialog({ title, children, action, isDestructive = false, nameToType, ...props }: Props) {
  const { isPending, error, onConfirm, onClose } = props;
  const [typed, setTyped] = useState('');
  const confirm = (event: FormEvent): void => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': strings.close }}>
      <form onSubmit={confirm}>
        <Stack gap="sm">
          {Boolean(error) && <ProblemNotice error={error} />}
          <div>{children}</div>
          {nameToType !== undefined && <NameToType name={nameToType} typed={typed} onType={setTyped} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {strings.cancel}
            </Button>
            <Button
              type="submit"
              {...(isDestructive && { variant: 'outline', color: 'var(--mantine-color-error)' })}
              loading={isPending}
              disabled={nameToType !== undefined && typed !== nameToType}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
