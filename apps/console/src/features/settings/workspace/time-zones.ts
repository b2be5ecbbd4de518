/** The zones this browser knows, and the one in force whether it knows it or not. */
export const timeZones = (inForce: string): string[] => [
  ...new Set(['UTC', inForce, ...Intl.supportedValuesOf('timeZone')]),
];
