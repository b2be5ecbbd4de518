/** How often each race is run; few by default, many where time allows. */
export const raceRounds = Number(process.env.TEST_RACE_ROUNDS ?? 10);
