/** Texts of connections. */
export const connections = {};
