/** Texts of models. */
export const models = {};
