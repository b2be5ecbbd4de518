/** Where the edges get the time from. Domain functions take a `Date` instead. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
