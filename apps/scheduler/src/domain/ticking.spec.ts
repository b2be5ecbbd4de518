import type { Schedule } from '@imprimatur/contracts';
import { everyHour } from './states.fixture.ts';
import { nextTick, rescheduled, still, type PublishedSchedule, type Ticking } from './ticking.ts';

const at = (time: string): Date => new Date(`2026-01-05T${time}Z`);
const hourly = (anchor: string): PublishedSchedule => ({ schedule: everyHour, anchor: at(anchor) });
const manual = (anchor: string): PublishedSchedule => ({ schedule: { kind: 'manual' }, anchor: at(anchor) });

describe('a schedule that was published', () => {
  it('ticks first one interval after its publication, even if that was heard of late', () => {
    expect(rescheduled(still, hourly('09:00'))).toEqual({ published: hourly('09:00'), nextFireAt: at('10:00') });
  });

  it('keeps its ticks when the same schedule is heard of again', () => {
    const before: Ticking = { published: hourly('09:00'), nextFireAt: at('15:00') };
    expect(rescheduled(before, hourly('09:00'))).toBe(before);
  });

  it('counts from its publication when it was changed', () => {
    const before: Ticking = { published: hourly('09:00'), nextFireAt: at('10:00') };
    const changed: PublishedSchedule = { schedule: { ...everyHour, every: 2 }, anchor: at('09:30') };
    expect(rescheduled(before, changed).nextFireAt).toEqual(at('11:30'));
  });

  it('counts anew when the same schedule was left and taken up again', () => {
    const before: Ticking = { published: hourly('09:00'), nextFireAt: at('10:00') };
    expect(rescheduled(before, hourly('09:45')).nextFireAt).toEqual(at('10:45'));
  });

  it('still owes the tick that came before it changed', () => {
    const before: Ticking = { published: hourly('09:00'), nextFireAt: at('10:00') };
    expect(rescheduled(before, hourly('10:00:01')).nextFireAt).toEqual(at('10:00'));
  });

  it('does not tick any more, owed or not, once it is manual', () => {
    const before: Ticking = { published: hourly('09:00'), nextFireAt: at('10:00') };
    expect(rescheduled(before, manual('12:00')).nextFireAt).toBeNull();
  });

  it('is still when the sync is deleted or was never published', () => {
    expect(rescheduled({ published: hourly('09:00'), nextFireAt: at('10:00') }, null)).toEqual(still);
  });

  it('starts to tick when a manual one becomes an interval', () => {
    expect(rescheduled({ published: manual('08:00'), nextFireAt: null }, hourly('09:00')).nextFireAt).toEqual(
      at('10:00'),
    );
  });
});

describe('a tick that was taken', () => {
  it('is followed by the next one', () => {
    expect(nextTick(hourly('09:00'), at('10:00'), at('10:00:00.250'))).toEqual(at('11:00'));
  });

  it('covers every tick that was missed since', () => {
    expect(nextTick(hourly('09:00'), at('10:00'), at('14:20'))).toEqual(at('15:00'));
  });

  it('does not come again when the clock was set back', () => {
    expect(nextTick(hourly('09:00'), at('10:00'), at('09:59'))).toEqual(at('11:00'));
  });

  it('is the last when the schedule has ended', () => {
    const ending: Schedule = { ...everyHour, endAt: '2026-01-05T10:30:00Z' };
    expect(nextTick({ schedule: ending, anchor: at('09:00') }, at('10:00'), at('10:00'))).toBeNull();
  });
});
