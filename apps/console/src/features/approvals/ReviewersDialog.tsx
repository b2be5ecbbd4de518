import { Button, Group, Modal, MultiSelect, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { newKey } from '../../api/new-key.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { personOf } from './person-of.ts';
import type { ApprovalRequest } from './request-query.ts';
import { sendOnModEnter } from './send-on-mod-enter.ts';

const { reviewersDialog: texts } = strings.approvals;
const MOST_REVIEWERS = 50;

/** Who is asked to review: any of those who can approve. Whom it leaves out can still decide. */
export function ReviewersDialog({ request, onClose }: { request: ApprovalRequest; onClose: () => void }) {
  const before = request.reviewers.map(({ memberId }) => memberId);
  const [chosen, setChosen] = useState(before);
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  const choosing = useMutation({
    mutationFn: () => {
      const params = { path: { id: request.id }, header: { 'Idempotency-Key': key } };
      const add = chosen.filter((id) => !before.includes(id));
      const remove = before.filter((id) => !chosen.includes(id));
      return answerOf(api.PUT('/api/v1/approval-requests/{id}/reviewers', { params, body: { add, remove } }));
    },
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['approval-requests'] }),
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!choosing.isPending) choosing.mutate();
  };
  const able = request.approvers.map(({ memberId, name }) => ({ value: memberId, label: name }));
  const unable = request.reviewers
    .filter(({ memberId }) => !able.some(({ value }) => value === memberId))
    .map(({ memberId }) => ({ value: memberId, label: personOf(request, memberId) }));
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': strings.close }}>
      <form onSubmit={send} onKeyDown={sendOnModEnter}>
        <Stack gap="sm">
          {choosing.error && <ProblemNotice error={choosing.error} />}
          <MultiSelect
            label={texts.label}
            description={texts.hint}
            nothingFoundMessage={texts.nobody}
            searchable
            hidePickedOptions
            maxValues={MOST_REVIEWERS}
            data={[
              { group: texts.able, items: able },
              ...(unable.length > 0 ? [{ group: texts.unable, items: unable }] : []),
            ]}
            value={chosen}
            onChange={(ids) => {
              setChosen(ids);
              setKey(newKey());
            }}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {strings.cancel}
            </Button>
            <Button type="submit" loading={choosing.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
