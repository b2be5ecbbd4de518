/** Texts of people. */
export const people = {};
