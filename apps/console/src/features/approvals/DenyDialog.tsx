import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { NameToType } from '../../components/NameToType.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { ChoiceCard } from '../../components/saving/ChoiceCard.tsx';
import { strings } from '../../strings/en.ts';
import { visibleItems } from './going-live.ts';
import { personOf } from './person-of.ts';
import type { ApprovalRequest } from './request-query.ts';
import { sendOnModEnter } from './send-on-mod-enter.ts';
import { useDecision, type Decided } from './use-decision.ts';

const { denyDialog: texts, decision: decisions } = strings.approvals;
type Outcome = 'withdraw' | 'delete-draft';

interface Props extends Decided {
  request: ApprovalRequest;
  isMine: boolean;
  onClose: () => void;
}

/** The two ways of saying no. The one that loses nothing is preselected. */
export function DenyDialog({ request, isMine, onClose, ...ends }: Props) {
  const { mayWithdraw, mayDeleteDraft } = request.decision;
  const [outcome, setOutcome] = useState<Outcome>(mayWithdraw ? 'withdraw' : 'delete-draft');
  const [comment, setComment] = useState('');
  const [typed, setTyped] = useState('');
  const deciding = useDecision(request, ends);
  const isDeleting = outcome === 'delete-draft';
  // Nothing recovers the draft of what was never published: whoever deletes it names it.
  const lost = isDeleting ? visibleItems(request).find(({ baseVersion }) => baseVersion === null) : undefined;
  const isUnnamed = lost !== undefined && typed !== lost.name;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isUnnamed || deciding.isPending) return;
    deciding.mutate({ kind: outcome, comment });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={isMine && mayWithdraw ? decisions.withdraw : texts.title}
      closeButtonProps={{ 'aria-label': strings.close }}
    >
      <form onSubmit={send} onKeyDown={sendOnModEnter}>
        <Stack gap="sm">
          {deciding.error && <ProblemNotice error={deciding.error} />}
          <Radio.Group aria-label={texts.outcome} value={outcome} onChange={(value) => setOutcome(value)}>
            <Stack gap="xs">
              {mayWithdraw && (
                <ChoiceCard
                  value="withdraw"
                  title={texts.withdraw}
                  detail={texts.withdrawDetail(personOf(request, request.submittedBy))}
                />
              )}
              {mayDeleteDraft && (
                <ChoiceCard value="delete-draft" title={texts.deleteDraft} detail={texts.deleteDetail} />
              )}
            </Stack>
          </Radio.Group>
          {lost && (
            <NameToType
              name={lost.name}
              description={texts.neverPublished(lost.name)}
              typed={typed}
              onType={setTyped}
            />
          )}
          <Textarea
            label={texts.comment}
            description={isDeleting ? texts.commentRequired : texts.commentOptional}
            autosize
            minRows={2}
            maxLength={4_000}
            required={isDeleting}
            withAsterisk={false}
            value={comment}
            onChange={({ currentTarget }) => setComment(currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {strings.cancel}
            </Button>
            <Button
              type="submit"
              {...(isDeleting && { variant: 'outline', color: 'var(--mantine-color-error)' })}
              loading={deciding.isPending}
              disabled={isUnnamed}
            >
              {isDeleting ? texts.deleteDraft : texts.withdraw}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
