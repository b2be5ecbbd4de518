import { Clock } from '@imprimatur/kernel';

/** A clock that moves only when told to. */
export class FixedClock extends Clock {
  #now: number;

  constructor(now: string | Date = '2026-03-02T09:00:00Z') {
    super();
    this.#now = new Date(now).getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(now: string | Date): void {
    this.#now = new Date(now).getTime();
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
