import { PostgresDestination, PostgresSource } from '@imprimatur/connectors';
import { advanced, noProgress } from '../domain/progress.ts';
import type { Progress } from '../domain/run.ts';
import type { RunPlan } from './prepare-run.ts';

/**
 * Reads the model's rows and writes them to the destination, batch by batch, yielding how far it is after each. Writes beside nobody:
 * the destination is held by a lock of the sync. Ends early, between two batches, when `signal` aborts.
 */
export async function* moveRows(plan: RunPlan, signal: AbortSignal): AsyncGenerator<Progress> {
  const { source, destination, options } = plan;
  const from = new PostgresSource(source.settings, source.credentials, options);
  try {
    const to = new PostgresDestination(destination.settings, destination.credentials, options);
    const session = await to.open(plan.target, plan.syncId);
    try {
      let progress = noProgress;
      for await (const rows of from.read(plan.query, signal)) {
        if (signal.aborted) return;
        progress = advanced(progress, rows.length, await session.write(rows));
        yield progress;
      }
    } finally {
      await session.close();
    }
  } finally {
    await from.close();
  }
}
