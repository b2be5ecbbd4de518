/** Texts of runs. */
export const runs = {};
