/** Texts of roles. */
export const roles = {};
