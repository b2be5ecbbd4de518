import fc from 'fast-check';
import { allCommands } from './commands/all-commands.ts';
import { Invariants } from './commands/invariants.ts';
import { RuleBroken, type Governance } from './commands/step.ts';
import { Tally } from './commands/tally.ts';
import type { Governed } from './model/governed.ts';
import { governedWorld, type GovernedWorld } from './world/governed-world.ts';
import { Observer } from './world/observer.ts';
import { Seeds } from './world/seed.ts';
import { readTags } from './world/tags.ts';
import { Workspace } from './world/workspace.ts';

const LONGEST = 150;
/** For making the commands of a run that failed fewer. */
const PATIENCE_MS = 240_000;
/** At most so many workspaces are worked in side by side: most of a step is waiting for news to get around. */
const SIDE_BY_SIDE = 20;
/** About as many commands as one run has. */
const USUAL_LENGTH = LONGEST / 2;

/** What to run again: all of it, or one run, from a path of a counterexample on. */
export interface Replay {
  seed: number;
  path?: string | undefined;
  replayPath?: string | undefined;
}

/** Runs of random commands, each in a workspace of its own of one running system. */
export class ModelRuns {
  readonly tally = new Tally();
  private failedAt: number | null = null;
  private failing: unknown = null;

  private constructor(
    private readonly world: GovernedWorld,
    private readonly observer: Observer,
    private readonly seeds: Seeds,
  ) {}

  static async start(): Promise<ModelRuns> {
    const world = await governedWorld();
    const seeds = await Seeds.on(world.databaseUrl('identity-roles'));
    return new ModelRuns(world, new Observer(world), seeds);
  }

  /** As many as it takes to have given `wanted` commands. Rejects with the first counterexample, made small. */
  async all(seed: number, wanted: number): Promise<void> {
    let next = seed;
    const lane = async (): Promise<void> => {
      while (this.failedAt === null && this.tally.total < wanted) await this.one({ seed: next++ });
    };
    const lanes = Math.min(SIDE_BY_SIDE, Math.ceil(wanted / USUAL_LENGTH));
    // All of them end before anybody is told: a world is not closed while somebody works in it.
    const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
    const failed = ended.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async one({ seed, path, replayPath }: Replay): Promise<void> {
    const commands = fc.commands(allCommands, {
      maxCommands: LONGEST,
      size: 'max',
      ...(replayPath !== undefined && { replayPath }),
    });
    const property = fc.asyncProperty(commands, (chosen) => this.run(chosen));
    const details = await fc.check(property, {
      ...{ seed, numRuns: 1, unbiased: true },
      ...(path !== undefined && { path }),
    });
    if (details.failed) throw new Error(counterexample(details));
  }

  private async run(commands: Iterable<fc.AsyncCommand<Governed, Governance>>): Promise<void> {
    if (this.failedAt !== null && performance.now() - this.failedAt > PATIENCE_MS) return;
    try {
      await fc.asyncModelRun(async () => {
        const { workspace, governed } = await Workspace.found(this.world, this.observer, this.seeds);
        readTags(governed, await workspace.rest());
        governed.failing = this.failing;
        return { model: governed, real: { workspace, invariants: new Invariants(governed), tally: this.tally } };
      }, commands);
    } catch (error) {
      if (this.failedAt === null) process.stderr.write(`${(error as Error).message}\nIt is made smaller now.\n`);
      this.failedAt ??= performance.now();
      if (error instanceof RuleBroken) this.failing ??= error.choice;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.seeds.close();
    await this.world.close();
  }
}

type Details = fc.RunDetails<[Iterable<fc.AsyncCommand<Governed, Governance>>]>;

/** What happened, and how to have it happen again. */
function counterexample({ seed, counterexamplePath, counterexample: found, errorInstance }: Details): string {
  const [commands, replayPath] = fc.stringify(found?.[0]).split(/ ?\/\*replayPath=/);
  const again = [
    `TEST_SEED=${seed}`,
    `TEST_MODEL_PATH=${counterexamplePath}`,
    `TEST_MODEL_REPLAY=${replayPath?.replace(/\*\/$/, '')}`,
  ];
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return `The system does not follow the rule book:${commands}\n\nThe last of these:${why}\n\nAgain with ${again.join(' ')}`;
}
