/** How a sentence of the console holds a name that runs from right to left. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
