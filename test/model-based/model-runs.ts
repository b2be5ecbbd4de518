import fc from 'fast-check';
import { allCommands } from './commands/all-commands.ts';
import { Invariants } from './commands/invariants.ts';
import { Tally } from './commands/tally.ts';
import { governedWorld, type GovernedWorld } from './world/governed-world.ts';
import { Observer } from './world/observer.ts';
import { Seeds } from './world/seed.ts';
import { readTags } from './world/tags.ts';
import { Workspace } from './world/workspace.ts';

const LONGEST = 80;
/** Workspaces that are worked in side by side: most of a step is waiting for news to get around. */
const SIDE_BY_SIDE = 16;

/** What to run again: all of it, or one run, from a path of a counterexample on. */
export interface Replay {
  seed: number;
  path?: string | undefined;
  replayPath?: string | undefined;
}

/** Runs of random commands, each in a workspace of its own of one running system. */
export class ModelRuns {
  readonly tally = new Tally();
  private failed = false;

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
      while (!this.failed && this.tally.total < wanted) await this.one({ seed: next++ });
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  }

  async one({ seed, path, replayPath }: Replay): Promise<void> {
    const commands = fc.commands(allCommands, {
      maxCommands: LONGEST,
      size: 'max',
      ...(replayPath !== undefined && { replayPath }),
    });
    const property = fc.asyncProperty(commands, (chosen) =>
      fc.asyncModelRun(async () => {
        const { workspace, governed } = await Workspace.found(this.world, this.observer, this.seeds);
        readTags(governed, await workspace.rest());
        return { model: governed, real: { workspace, invariants: new Invariants(governed), tally: this.tally } };
      }, chosen),
    );
    const asserted = fc.assert(property, { seed, numRuns: 1, unbiased: true, ...(path !== undefined && { path }) });
    await asserted.catch((error: unknown) => {
      this.failed = true;
      throw error;
    });
  }

  async close(): Promise<void> {
    await this.seeds.close();
    await this.world.close();
  }
}
