import { describeOnBuses, eventually, sourceFlags, workspaceRoot } from '@imprimatur/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { ChildTask } from './crashing-child.fixture.ts';
import { Conversation } from './conversation.fixture.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);
const patient = { timeoutMs: 30_000 };

const start = (task: ChildTask): ChildProcess => {
  const program = fileURLToPath(new URL('./crashing-child.fixture.ts', import.meta.url));
  const args = [...sourceFlags, program, JSON.stringify(task)];
  return spawn(process.execPath, args, { cwd: workspaceRoot, stdio: ['ignore', 'ignore', 'inherit'] });
};
const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

describeOnBuses('a process that is killed', (bus) => {
  let here: Conversation;
  let children: ChildProcess[];

  beforeEach(async () => {
    here = await Conversation.on(bus.config());
    children = [];
  });

  afterEach(async () => {
    await Promise.all(
      children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map(kill),
    );
    await here.close();
  });

  const child = (databaseUrl: string, stopAt: number | null): ChildProcess => {
    const started = start({
      databaseUrl,
      config: bus.config(),
      group: here.group,
      workspaceId: here.workspace,
      stopAt,
    });
    children.push(started);
    return started;
  };

  it('between commit and acknowledgement, gets its events again and their effect is there once', async () => {
    const resources = here.sender();
    await resources.emit(here.workspace, 'subject', ...numbers(30));
    await resources.bus.startRelay();
    const victim = child(here.receiving.url, 21);
    const next = here.counting();
    await eventually(async () => expect(await next.counted(here.group, here.workspace)).toEqual(numbers(20)), patient);
    await kill(victim);
    next.listen();
    await eventually(async () => expect(await next.counted(here.group, here.workspace)).toEqual(numbers(30)), {
      timeoutMs: 60_000,
    });
    expect(next.outcomes.filter((outcome) => outcome === 'duplicate').length).toBeGreaterThan(0);
  }, 120_000);

  it('between sending and marking, leaves the rows to the next relay and their effect is there once', async () => {
    const next = here.sender({ service: 'approvals' });
    await next.emit(here.workspace, 'subject', 1, 2, 3);
    const holder = new pg.Client({ connectionString: here.sending.url });
    await holder.connect();
    await holder.query('begin; select from outbox for update');
    const reader = here.counting().listen();
    const victim = child(here.sending.url, null);
    await eventually(async () => expect(await reader.counted(here.group, here.workspace)).toEqual([1, 2, 3]), patient);
    await kill(victim);
    // Its backend waits for the lock still, and would mark the rows for the dead.
    await holder.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    await holder.query('rollback');
    await holder.end();
    await next.bus.startRelay();
    await eventually(async () => {
      const rows = await here.sending.dataSource.query<unknown[]>('select from outbox where published_at is null');
      expect(rows).toEqual([]);
    }, patient);
    await eventually(
      () => expect(reader.outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(3),
      patient,
    );
    expect(await reader.counted(here.group, here.workspace)).toEqual([1, 2, 3]);
  }, 120_000);
});
