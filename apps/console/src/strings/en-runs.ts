/** Texts of runs. */
export const runs = {
  runNow: 'Run now',
};
