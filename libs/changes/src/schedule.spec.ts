import type { Schedule } from '@imprimatur/contracts';
import { describeSchedule, validateSchedule } from './index.ts';

const timeZone = 'Europe/Berlin';
const cron = (expression: string): Schedule => ({ kind: 'cron', expression, timeZone });

describe('a schedule in words', () => {
  it.each<[string, Schedule]>([
    ['only when started by hand', { kind: 'manual' }],
    ['every 6 hours', { kind: 'interval', every: 6, unit: 'hours', timeZone }],
    ['every day', { kind: 'interval', every: 1, unit: 'days', timeZone }],
    [
      'every 30 minutes from 2026-12-01 08:00 until 2027-01-01 00:00:30 (Europe/Berlin)',
      {
        kind: 'interval',
        every: 30,
        unit: 'minutes',
        timeZone,
        startAt: '2026-12-01T07:00:00Z',
        endAt: '2027-01-01T00:00:30+01:00',
      },
    ],
    [
      'daily at 14:00 (Europe/Berlin)',
      {
        kind: 'weekly',
        days: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
        times: ['14:00'],
        timeZone,
      },
    ],
    [
      'on weekdays at 06:00 and 18:00 (Europe/Berlin)',
      {
        kind: 'weekly',
        days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        times: ['18:00', '06:00', '18:00'],
        timeZone,
      },
    ],
    [
      'on Monday, Wednesday and Sunday at 09:00 (Europe/Berlin)',
      { kind: 'weekly', days: ['sunday', 'wednesday', 'monday'], times: ['09:00'], timeZone },
    ],
    ['cron 0 6 1 * * (Europe/Berlin)', cron('0 6 1 * *')],
  ])('%s', (words, schedule) => {
    expect(describeSchedule(schedule)).toBe(words);
  });
});

describe('a schedule that cannot work', () => {
  it.each(['0 6 * *', '61 * * * *', 'every day at six', '* * * * * * 2030', '0 0 32 1 *', '0 6 * * MONDAY2'])(
    'is refused for its expression: %s',
    (expression) => {
      expect(validateSchedule(cron(expression))).toEqual([
        { path: '/expression', code: 'schedule.cron-invalid', message: expect.not.stringContaining('CronPattern') },
      ]);
    },
  );

  it('is refused when its day never comes', () => {
    expect(validateSchedule(cron('0 0 30 2 *'))).toMatchObject([{ path: '/expression', code: 'schedule.never-fires' }]);
    expect(validateSchedule(cron('0 0 29 2 *'))).toEqual([]);
  });

  it('is refused when it ends before it starts', () => {
    const window = { startAt: '2026-05-01T12:00:00+02:00', endAt: '2026-05-01T10:00:00Z' };
    const daily: Schedule = { kind: 'weekly', days: ['monday'], times: ['09:00'], timeZone };
    expect(validateSchedule({ ...daily, ...window })).toMatchObject([
      { path: '/endAt', code: 'schedule.window-empty' },
    ]);
    expect(validateSchedule({ ...daily, ...window, endAt: '2026-05-01T10:00:01Z' })).toEqual([]);
  });

  it.each<Schedule>([{ kind: 'manual' }, cron('*/5 * * * *'), cron('0 30 6 * * MON-FRI')])(
    'is not this: %j',
    (schedule) => {
      expect(validateSchedule(schedule)).toEqual([]);
    },
  );
});
