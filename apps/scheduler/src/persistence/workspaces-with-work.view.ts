import type { EntityManager } from 'typeorm';

/** Workspaces with a tick that has come or a run that waits at the gate. */
export async function workspacesWithWork(tx: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select workspace_id as id from schedule where next_fire_at <= now() and next_fire_at is not null and not paused
     union
     select workspace_id from run where status = 'queued' and ready_at <= now()`,
  );
  return rows.map(({ id }) => id);
}
