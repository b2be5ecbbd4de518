/** Texts of audiences. */
export const audiences = {};
