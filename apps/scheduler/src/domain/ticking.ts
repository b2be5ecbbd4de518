import type { Schedule } from '@imprimatur/contracts';
import { canonicalJson } from '@imprimatur/kernel';
import { nextFires } from '@imprimatur/changes';

/** The schedule of a published version; `anchor` is when this schedule (not this version) was published. */
export interface PublishedSchedule {
  schedule: Schedule;
  anchor: Date;
}

/** A published schedule and its next tick; null fields: nothing ticks. */
export interface Ticking {
  published: PublishedSchedule | null;
  nextFireAt: Date | null;
}

export const still: Ticking = { published: null, nextFireAt: null };

/** What a schedule does once a state of its sync was heard. An unchanged schedule is left alone, so that repeats and rebuilds move no tick. */
export function rescheduled(before: Ticking, published: PublishedSchedule | null): Ticking {
  if (published === null) return still;
  if (before.published !== null && sameSchedule(before.published, published)) return before;
  const first = firstFire(published, published.anchor);
  return { published, nextFireAt: first === null ? null : (owedTick(before, published.anchor) ?? first) };
}

/** The tick after one that was taken at `now`: whatever was missed up to now is covered by the one that was taken. */
export function nextTick(published: PublishedSchedule, taken: Date, now: Date): Date | null {
  return firstFire(published, now > taken ? now : taken);
}

// A tick that came before the schedule changed, but was not taken yet, is still owed one run.
function owedTick(before: Ticking, changedAt: Date): Date | null {
  return before.nextFireAt !== null && before.nextFireAt <= changedAt ? before.nextFireAt : null;
}

function firstFire({ schedule, anchor }: PublishedSchedule, after: Date): Date | null {
  return nextFires(schedule, anchor, after, 1)[0] ?? null;
}

function sameSchedule(a: PublishedSchedule, b: PublishedSchedule): boolean {
  return a.anchor.getTime() === b.anchor.getTime() && canonicalJson(a.schedule) === canonicalJson(b.schedule);
}
