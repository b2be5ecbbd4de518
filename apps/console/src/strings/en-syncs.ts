/** Texts of syncs. */
export const syncs = {};
