/** Where the edges get the time from. Domain functions take a `Date` instead. A class, so that it can be injected. */
export abstract class Clock {
  abstract now(): Date;
}

class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

export const systemClock: Clock = new SystemClock();
