import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent, type Ref } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { newKey } from '../../api/new-key.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { requestQuery } from '../../api/request-query.ts';
import { sendOnModEnter } from './send-on-mod-enter.ts';

const { conversation } = strings.approvals;

interface Props {
  requestId: string;
  textRef: Ref<HTMLTextAreaElement>;
}

export function CommentForm({ requestId, textRef }: Props) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [key, setKey] = useState(newKey);
  const form = useRef<HTMLFormElement>(null);
  const writing = useMutation({
    mutationFn: () => {
      const params = { path: { id: requestId }, header: { 'Idempotency-Key': key } };
      return answerOf(api.POST('/api/v1/approval-requests/{id}/comments', { params, body: { text } }));
    },
    onSuccess: async () => {
      setText('');
      setKey(newKey());
      form.current?.querySelector('textarea')?.focus();
      await queries.invalidateQueries({ queryKey: requestQuery(requestId).queryKey });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '' && !writing.isPending) writing.mutate();
  };
  return (
    <form ref={form} onSubmit={send} onKeyDown={sendOnModEnter}>
      <Stack gap="xs">
        {writing.error && <ProblemNotice error={writing.error} />}
        <Textarea
          ref={textRef}
          label={conversation.write}
          autosize
          minRows={3}
          maxLength={4_000}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            // Another text is another comment, also after one that was refused.
            setKey(newKey());
          }}
        />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={writing.isPending} disabled={text.trim() === ''}>
            {conversation.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
