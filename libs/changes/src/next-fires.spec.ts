import fc from 'fast-check';
import type { Schedule } from '@imprimatur/contracts';
import { localTime, nextFires } from './index.ts';

type Timed = Exclude<Schedule, { kind: 'manual' }>;

const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
const EPOCH = new Date(0);
const weekly = (times: string[], timeZone: string, over: object = {}): Schedule => ({
  kind: 'weekly',
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  times,
  timeZone,
  ...over,
});
const cron = (expression: string, timeZone = BERLIN): Schedule => ({ kind: 'cron', expression, timeZone });
const every = (count: number, unit: 'minutes' | 'hours' | 'days' | 'weeks', over: object = {}): Schedule => ({
  kind: 'interval',
  every: count,
  unit,
  timeZone: BERLIN,
  ...over,
});
const fires = (schedule: Schedule, after: string, count: number, anchor = EPOCH): string[] =>
  nextFires(schedule, anchor, new Date(after), count).map((fire) => fire.toISOString().replace(':00.000Z', 'Z'));

describe('a fixed time of day', () => {
  it.each<[string, Schedule, string, string[]]>([
    [
      'that the clock jumps over in Berlin fires right after the gap',
      weekly(['02:30'], BERLIN),
      '2026-03-28T12:00:00Z',
      ['2026-03-29T01:00Z', '2026-03-30T00:30Z'],
    ],
    [
      'that comes twice in Berlin fires the first time only',
      weekly(['02:30'], BERLIN),
      '2026-10-24T12:00:00Z',
      ['2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ],
    [
      'that the clock jumps over in New York fires right after the gap',
      weekly(['02:30'], NEW_YORK),
      '2026-03-07T20:00:00Z',
      ['2026-03-08T07:00Z', '2026-03-09T06:30Z'],
    ],
    [
      'that comes twice in New York fires the first time only',
      weekly(['01:30'], NEW_YORK),
      '2026-10-31T20:00:00Z',
      ['2026-11-01T05:30Z', '2026-11-02T06:30Z'],
    ],
    [
      'of a cron expression is one too',
      cron('30 2 * * *'),
      '2026-03-28T12:00:00Z',
      ['2026-03-29T01:00Z', '2026-03-30T00:30Z'],
    ],
    [
      'in a list of a cron expression is one too',
      cron('30 2,14 * * *'),
      '2026-10-24T20:00:00Z',
      ['2026-10-25T00:30Z', '2026-10-25T13:30Z', '2026-10-26T01:30Z'],
    ],
    [
      'at midnight, where the clock jumps over it, fires right after the gap',
      weekly(['00:00'], 'America/Santiago'),
      '2026-09-05T12:00:00Z',
      ['2026-09-06T04:00Z', '2026-09-07T03:00Z'],
    ],
  ])('%s', (_what, schedule, after, expected) => {
    expect(fires(schedule, after, expected.length)).toEqual(expected);
  });

  it('keeps to its days and times, which are the clock’s of its zone', () => {
    const schedule = { ...weekly(['17:30', '09:00', '09:00'], 'Asia/Kolkata'), days: ['friday', 'monday'] } as Schedule;
    expect(fires(schedule, '2026-11-22T00:00:00Z', 4)).toEqual([
      '2026-11-23T03:30Z',
      '2026-11-23T12:00Z',
      '2026-11-27T03:30Z',
      '2026-11-27T12:00Z',
    ]);
  });

  it.each([BERLIN, NEW_YORK, 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Cairo', 'Pacific/Chatham', 'UTC'])(
    'fires exactly once on every local day in %s',
    (timeZone) => {
      const times = fc
        .integer({ min: 0, max: 1439 })
        .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
      fc.assert(
        fc.property(times, (time) => {
          const year = nextFires(weekly([time], timeZone), EPOCH, new Date('2026-01-01T00:00:00Z'), 365);
          const days = year.map((fire) => localTime(fire, timeZone).slice(0, 10));
          const first = Date.parse(`${days[0]!}T00:00:00Z`);
          expect(days).toEqual(days.map((_, n) => new Date(first + n * 86_400_000).toISOString().slice(0, 10)));
        }),
        { numRuns: 4 },
      );
    },
  );
});

describe('a cron expression with a wildcard or step', () => {
  it('keeps real time through both changes of the clock', () => {
    const halfHours = cron('*/30 * * * *');
    expect(fires(halfHours, '2026-03-29T00:30:00Z', 2)).toEqual(['2026-03-29T01:00Z', '2026-03-29T01:30Z']);
    expect(fires(halfHours, '2026-10-25T00:30:00Z', 2)).toEqual(['2026-10-25T01:00Z', '2026-10-25T01:30Z']);
  });

  it('may have seconds in front', () => {
    const found = nextFires(cron('*/20 * * * * *'), EPOCH, new Date('2026-01-01T00:00:05.250Z'), 2);
    expect(found).toEqual([new Date('2026-01-01T00:00:20Z'), new Date('2026-01-01T00:00:40Z')]);
  });

  it('fires at the first moment after, to the millisecond', () => {
    const minutes = cron('* * * * *');
    expect(fires(minutes, '2026-01-01T00:00:59.999Z', 1)).toEqual(['2026-01-01T00:01Z']);
    expect(fires(minutes, '2026-01-01T00:01:00.000Z', 1)).toEqual(['2026-01-01T00:02Z']);
    expect(fires(minutes, '2026-01-01T00:01:00.001Z', 1)).toEqual(['2026-01-01T00:02Z']);
  });
});

describe('an interval', () => {
  const anchor = new Date('2026-03-28T10:07:00Z');

  it('counts real time from its anchor, whatever the clocks do', () => {
    expect(fires(every(1, 'days'), '2026-03-28T12:00:00Z', 2, anchor)).toEqual([
      '2026-03-29T10:07Z',
      '2026-03-30T10:07Z',
    ]);
    expect(fires(every(6, 'hours'), '2026-10-24T20:00:00Z', 2, anchor)).toEqual([
      '2026-10-24T22:07Z',
      '2026-10-25T04:07Z',
    ]);
  });

  it('first fires one interval after it was published', () => {
    expect(fires(every(2, 'weeks'), '2026-03-28T10:07:00Z', 1, anchor)).toEqual(['2026-04-11T10:07Z']);
    expect(fires(every(15, 'minutes'), '2020-01-01T00:00:00Z', 1, anchor)).toEqual(['2026-03-28T10:22Z']);
  });

  it('with a start fires then, and counts from there', () => {
    const later = every(6, 'hours', { startAt: '2026-04-01T08:00:00+02:00' });
    expect(fires(later, '2026-03-28T12:00:00Z', 2, anchor)).toEqual(['2026-04-01T06:00Z', '2026-04-01T12:00Z']);
    const earlier = every(6, 'hours', { startAt: '2026-01-01T00:30:00Z' });
    expect(fires(earlier, '2026-01-01T00:00:00Z', 1, anchor)).toEqual(['2026-03-28T12:30Z']);
  });
});

describe('a start and an end', () => {
  it('hold for every kind: the start is within, the end is not', () => {
    const window = { startAt: '2026-05-01T12:00:00Z', endAt: '2026-05-03T12:00:00Z' };
    expect(fires(weekly(['12:00'], 'UTC', window), '2026-01-01T00:00:00Z', 5)).toEqual([
      '2026-05-01T12:00Z',
      '2026-05-02T12:00Z',
    ]);
    expect(fires(every(1, 'days', window), '2026-01-01T00:00:00Z', 5)).toEqual([
      '2026-05-01T12:00Z',
      '2026-05-02T12:00Z',
    ]);
    expect(fires({ ...cron('0 12 * * *', 'UTC'), ...window }, '2026-05-02T12:00:00Z', 5)).toEqual([]);
  });
});

describe('any schedule', () => {
  const zone = fc.constantFrom('UTC', BERLIN, NEW_YORK, 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Santiago');
  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  const bound = fc.option(instant.map((date) => date.toISOString()));
  const shape = fc.oneof(
    fc.record({
      kind: fc.constant('interval' as const),
      every: fc.integer({ min: 1, max: 10_000 }),
      unit: fc.constantFrom('minutes' as const, 'hours' as const, 'days' as const, 'weeks' as const),
    }),
    fc.record({
      kind: fc.constant('weekly' as const),
      days: fc
        .subarray(['monday', 'thursday', 'saturday', 'sunday'] as const, { minLength: 1 })
        .map((days) => [...days]),
      times: fc.subarray(['00:00', '01:30', '02:00', '02:30', '03:00', '23:59'], { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant('cron' as const),
      expression: fc.constantFrom(
        '30 2 * * *',
        '*/7 * * * *',
        '0 0 1 * *',
        '15 10 * * * *',
        '0,30 1-3 * * 0',
        '5 4 L * *',
      ),
    }),
  );
  const schedules = fc
    .tuple(shape, zone, bound, bound)
    .map(([kind, timeZone, startAt, endAt]): Timed => ({ ...kind, timeZone, startAt, endAt }));

  it('fires in strictly increasing order, after what it was asked for and its anchor, within its window', () => {
    fc.assert(
      fc.property(schedules, instant, instant, fc.integer({ min: 1, max: 12 }), (schedule, anchor, after, count) => {
        const found = nextFires(schedule, anchor, after, count).map((fire) => fire.getTime());
        expect(found.length).toBeLessThanOrEqual(count);
        expect(found.every((fire, n) => n === 0 || fire > found[n - 1]!)).toBe(true);
        expect(found.every((fire) => fire > after.getTime() && fire > anchor.getTime())).toBe(true);
        expect(found.every((fire) => !schedule.startAt || fire >= Date.parse(schedule.startAt))).toBe(true);
        expect(found.every((fire) => !schedule.endAt || fire < Date.parse(schedule.endAt))).toBe(true);
      }),
    );
  });

  it('fires at the same times however it is asked: one by one, or many at once', () => {
    fc.assert(
      fc.property(schedules, instant, instant, (schedule, anchor, after) => {
        const many = nextFires(schedule, anchor, after, 5);
        let last = after;
        const single = many.map(() => (last = nextFires(schedule, anchor, last, 1)[0]!));
        expect(single).toEqual(many);
      }),
    );
  });

  it('by hand never fires', () => {
    expect(nextFires({ kind: 'manual' }, EPOCH, EPOCH, 5)).toEqual([]);
  });
});
