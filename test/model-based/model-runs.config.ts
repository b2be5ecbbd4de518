/** How many commands are given in all, and what to give again. */
const { TEST_MODEL_COMMANDS, TEST_SEED, TEST_MODEL_PATH, TEST_MODEL_REPLAY } = process.env;

export const wantedCommands = Number(TEST_MODEL_COMMANDS ?? 200);

export const chosenSeed = TEST_SEED === undefined ? null : Number(TEST_SEED);

/** The path and the replay path of a counterexample, with its seed. */
export const replayed =
  chosenSeed === null || TEST_MODEL_PATH === undefined
    ? null
    : { seed: chosenSeed, path: TEST_MODEL_PATH, replayPath: TEST_MODEL_REPLAY };
