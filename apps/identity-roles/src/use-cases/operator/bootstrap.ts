import type { DataSource } from 'typeorm';
import { type Founded, type Founding, foundWorkspace } from './found-workspace.ts';
import { operatorUseCases } from './operator-use-cases.ts';

const BOOTSTRAP_LOCK = 7_106_175;

/** Founds the first workspace. Null, with nothing done, when there is one already: it can be run at every deployment. */
export function bootstrap(dataSource: DataSource, founding: Founding): Promise<Founded | null> {
  return dataSource.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [BOOTSTRAP_LOCK]);
    const exists = await operatorUseCases().workspaces.any(tx);
    return exists ? null : foundWorkspace(tx, founding);
  });
}
