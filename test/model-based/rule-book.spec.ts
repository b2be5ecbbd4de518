import { chosenSeed, replayed, wantedCommands } from './model-runs.config.ts';
import { ModelRuns } from './model-runs.ts';

const SEEDS = 2 ** 31;
/** Enough to meet everything. */
const MANY = 4_000;

describe('drafts, requests and runs', () => {
  let runs: ModelRuns;

  beforeAll(async () => {
    runs = await ModelRuns.start();
  }, 60_000);
  afterAll(() => runs.close());

  it('are governed as the rule book says, whatever members do', async () => {
    const seed = chosenSeed ?? Date.now() % SEEDS;
    const started = performance.now();
    try {
      await (replayed === null ? runs.all(seed, wantedCommands) : runs.one(replayed));
    } finally {
      const { total } = runs.tally;
      const seconds = (performance.now() - started) / 1_000;
      const rate = Math.round(total / seconds);
      process.stderr.write(`Rule book: TEST_SEED=${seed}, ${total} commands, ${rate} a second\n`);
      if (total >= MANY) process.stderr.write(`${runs.tally.inWords()}\n`);
    }
    // What makes a publication fail here does not go away: a retry is refused as stale.
    if (runs.tally.total >= MANY) expect(runs.tally.neverAccepted).toEqual(['retry']);
    expect(runs.tally.total).toBeGreaterThan(0);
  }, 1_200_000);
});
