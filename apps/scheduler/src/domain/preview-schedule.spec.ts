import type { Schedule } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import { previewSchedule } from './preview-schedule.ts';

const now = new Date('2026-03-27T12:00:00Z');

describe('a schedule that is looked at before it is saved', () => {
  it.each<[string, Schedule, string, { at: string; local: string }[]]>([
    [
      'weekly, over the change to summer time',
      { kind: 'weekly', days: ['saturday', 'sunday', 'monday'], times: ['14:00'], timeZone: 'Europe/Berlin' },
      'on Monday, Saturday and Sunday at 14:00 (Europe/Berlin)',
      [
        { at: '2026-03-28T13:00:00.000Z', local: '2026-03-28 14:00' },
        { at: '2026-03-29T12:00:00.000Z', local: '2026-03-29 14:00' },
      ],
    ],
    [
      'every so often, from a start in the future',
      { kind: 'interval', every: 6, unit: 'hours', timeZone: 'America/New_York', startAt: '2026-03-28T00:00:00Z' },
      'every 6 hours from 2026-03-27 20:00 (America/New_York)',
      [
        { at: '2026-03-28T00:00:00.000Z', local: '2026-03-27 20:00' },
        { at: '2026-03-28T06:00:00.000Z', local: '2026-03-28 02:00' },
      ],
    ],
    [
      'cron, with an end that comes first',
      { kind: 'cron', expression: '0 6 * * *', timeZone: 'UTC', endAt: '2026-03-29T00:00:00Z' },
      'cron 0 6 * * * until 2026-03-29 00:00 (UTC)',
      [{ at: '2026-03-28T06:00:00.000Z', local: '2026-03-28 06:00' }],
    ],
    ['by hand only', { kind: 'manual' }, 'only when started by hand', []],
  ])('%s', (_what, schedule, description, nextFires) => {
    expect(previewSchedule(schedule, now, 2)).toEqual({ description, nextFires });
  });

  it('is refused when it can never be followed, with the field that is wrong', () => {
    const never = (): unknown => previewSchedule({ kind: 'cron', expression: '0 6 31 2 *', timeZone: 'UTC' }, now, 5);
    expect(never).toThrow(DomainError);
    expect(never).toThrow(
      expect.objectContaining({
        code: 'schedule.invalid',
        fields: [expect.objectContaining({ path: '/schedule/expression', code: 'schedule.never-fires' })],
      }),
    );
  });
});
