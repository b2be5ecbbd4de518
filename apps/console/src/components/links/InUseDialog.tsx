import { Button, Group, Modal, Stack } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import { ReferrerList } from './ReferrerList.tsx';
import type { Referrers } from './referrers-of.ts';

interface Props {
  title: string;
  referrers: Referrers;
  onClose: () => void;
}

/** That something cannot be deleted, because of what refers to it. */
export function InUseDialog({ title, referrers, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': strings.close }}>
      <Stack gap="sm">
        <ReferrerList referrers={referrers} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {strings.close}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
