import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { newKey } from '../../api/new-key.ts';
import { overtakenBy, type Overtaken } from './overtaken.ts';
import type { ApprovalRequest } from './request-query.ts';

export type Decision =
  | { kind: 'approve' | 'publish-now' | 'withdraw'; comment: string }
  | { kind: 'delete-draft'; comment: string }
  | { kind: 'retry' };

export interface Decided {
  /** It counts. */
  onDecided: () => void;
  /** Nothing that can still be decided: somebody was faster, or what was reviewed is no longer what would be published. */
  onOvertaken: (by: Overtaken) => void;
}

/** Decides a request as it was rendered; one decision, however often it is sent. */
export function useDecision({ id, itemsHash }: ApprovalRequest, { onDecided, onOvertaken }: Decided) {
  const queries = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: (decision: Decision) => send(id, itemsHash, key, decision),
    onSuccess: onDecided,
    // Also after a refusal: then the page shows what came first.
    onSettled: async (_, error) => {
      await queries.invalidateQueries({ queryKey: ['approval-requests'] });
      const overtaken = overtakenBy(error);
      if (overtaken !== null) onOvertaken(overtaken);
    },
  });
}

function send(id: string, itemsHash: string, key: string, decision: Decision): Promise<unknown> {
  const path = { id };
  const header = { 'Idempotency-Key': `${key}-${decision.kind}` };
  const seen = { path, header: { ...header, 'If-Match': `"${itemsHash}"` } };
  const body = 'comment' in decision && decision.comment !== '' ? { comment: decision.comment } : {};
  switch (decision.kind) {
    case 'approve':
      return answerOf(api.POST('/api/v1/approval-requests/{id}/approve', { params: seen, body }));
    case 'publish-now':
      return answerOf(api.POST('/api/v1/approval-requests/{id}/publish-now', { params: seen, body }));
    case 'withdraw':
      return answerOf(api.POST('/api/v1/approval-requests/{id}/withdraw', { params: { path, header }, body }));
    case 'delete-draft':
      return answerOf(
        api.POST('/api/v1/approval-requests/{id}/delete-draft', {
          params: { path, header },
          body: { comment: decision.comment },
        }),
      );
    case 'retry':
      return answerOf(api.POST('/api/v1/approval-requests/{id}/retry', { params: { path, header }, body: {} }));
  }
}
