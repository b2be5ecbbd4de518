import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { newKey } from '../../api/new-key.ts';
import { collectionOf, type GatedKind } from '../../api/resource-queries.ts';
import type { Resolutions } from './resolutions.ts';

interface Pins {
  revision: number;
  version: number;
}

/** Moves a draft onto the published version, exactly those two that were seen. */
export function useRebase(kind: GatedKind, id: string, onRebased: () => void) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: ({ pins, resolutions }: { pins: Pins; resolutions: Resolutions }) => {
      const params = { path: { id }, header: { 'Idempotency-Key': key } };
      const body = {
        basedOn: { revision: pins.revision },
        onto: { version: pins.version },
        resolutions: Object.values(resolutions),
      };
      return answerOf(
        kind === 'model'
          ? api.POST('/api/v1/models/{id}/rebase', { params, body })
          : api.POST('/api/v1/syncs/{id}/rebase', { params, body }),
      );
    },
    onSuccess: onRebased,
    // What is sent next is something else: decided otherwise, or on other contents.
    onError: () => setKey(newKey()),
    onSettled: () => queries.invalidateQueries({ queryKey: [collectionOf(kind)] }),
  });
}
