import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { GoingLive } from './GoingLive.tsx';
import type { ApprovalRequest } from './request-query.ts';
import classes from './Dialogs.module.css';
import { ThenRuns } from './ThenRuns.tsx';
import { sendOnModEnter } from './send-on-mod-enter.ts';
import { useDecision, type Decided } from './use-decision.ts';

const { approveDialog: texts, decision: decisions } = strings.approvals;

interface Props extends Decided {
  request: ApprovalRequest;
  /** Publishes without waiting for the approvals that are missing. */
  isDirect?: boolean;
  onClose: () => void;
}

/** Says once more what goes live and what runs next, before it does. */
export function ApproveDialog({ request, isDirect = false, onClose, ...ends }: Props) {
  const [comment, setComment] = useState('');
  const deciding = useDecision(request, ends);
  const missing = isDirect ? 0 : request.requiredApprovals - request.approvals - 1;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (deciding.isPending) return;
    deciding.mutate({ kind: isDirect ? 'publish-now' : 'approve', comment });
  };
  const name = isDirect ? decisions.publishNow : decisions.approve;
  return (
    <Modal opened onClose={onClose} title={name} closeButtonProps={{ 'aria-label': strings.close }}>
      <form onSubmit={send} onKeyDown={sendOnModEnter}>
        <Stack gap="sm">
          {deciding.error && <ProblemNotice error={deciding.error} />}
          <Text>{missing > 0 ? texts.moreNeeded(missing) : texts.publishes}</Text>
          <div className={classes.effects}>
            <section>
              <h2>{decisions.goesLive}</h2>
              <GoingLive request={request} />
            </section>
            <ThenRuns request={request} />
          </div>
          <Textarea
            label={texts.comment}
            description={texts.optional}
            autosize
            minRows={2}
            maxLength={4_000}
            value={comment}
            onChange={({ currentTarget }) => setComment(currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {strings.cancel}
            </Button>
            <Button type="submit" loading={deciding.isPending} data-autofocus>
              {name}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
