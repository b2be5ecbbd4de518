/** Later news are worth hearing although an earlier one could not be handled. */
export const feed = { group: 'feed', parks: false };
