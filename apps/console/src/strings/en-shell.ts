/** Texts of shell. */
export const shell = {};
