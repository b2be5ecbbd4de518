/** How often each race is run. */
export const raceRounds = Number(process.env.TEST_RACE_ROUNDS ?? 50);
