import { DomainError, type Json } from '@imprimatur/kernel';
import type { Cause, Transactions } from '@imprimatur/messaging';
import type { EntityManager } from 'typeorm';
import type { CommandRequest } from './command-request.ts';

/** Runs commands: one transaction each, the relay woken after the commit, and a repeat with the same Idempotency-Key answered as the first time. */
export class Commands {
  constructor(private readonly transactions: Transactions) {}

  /** Runs `work` in a transaction. What it returns must be JSON: it is kept for repeats. Throws what `work` throws, with nothing changed. */
  run<T>(request: CommandRequest, work: (tx: EntityManager, cause: Cause) => Promise<T>): Promise<T> {
    const cause: Cause = {
      actor: request.actorId,
      correlationId: request.correlationId,
      causationId: null,
      traceparent: request.traceparent,
    };
    return this.transactions.run(async (tx) => {
      const earlier = await claimKey(tx, request);
      if (earlier !== undefined) return earlier as T;
      const result = await work(tx, cause);
      await keepAnswer(tx, request, result as Json);
      return result;
    });
  }
}

type Keyed = CommandRequest & { idempotencyKey: string; workspaceId: string; actorId: string };

const isKeyed = (request: CommandRequest): request is Keyed =>
  request.idempotencyKey !== null && request.workspaceId !== null && request.actorId !== null;

const keyOf = (request: Keyed): string[] => [request.workspaceId, request.actorId, request.idempotencyKey];

/** The stored answer of an earlier command with this key; undefined when there is none and the key is now ours. */
async function claimKey(tx: EntityManager, request: CommandRequest): Promise<Json | undefined> {
  if (!isKeyed(request)) return undefined;
  const claimed: unknown[] = await tx.query(
    `insert into idempotency_key (workspace_id, member_id, key, fingerprint) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [...keyOf(request), request.fingerprint],
  );
  if (claimed.length > 0) return undefined;
  const [row]: { fingerprint: string; answer: Json }[] = await tx.query(
    'select fingerprint, answer from idempotency_key where workspace_id = $1 and member_id = $2 and key = $3',
    keyOf(request),
  );
  if (row?.fingerprint !== request.fingerprint)
    throw new DomainError(
      'invalid',
      'idempotency-key.reused',
      'This Idempotency-Key was used for another request. Use a new one.',
    );
  return row.answer;
}

async function keepAnswer(tx: EntityManager, request: CommandRequest, answer: Json): Promise<void> {
  if (!isKeyed(request)) return;
  await tx.query('update idempotency_key set answer = $4 where workspace_id = $1 and member_id = $2 and key = $3', [
    ...keyOf(request),
    JSON.stringify(answer ?? null),
  ]);
}
