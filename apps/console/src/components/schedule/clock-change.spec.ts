import { nextClockChange, offsetMinutes } from './clock-change.ts';

const at = (iso: string): number => Date.parse(iso);

describe('the clocks of a zone', () => {
  it.each([
    ['Europe/Berlin', '2026-11-23T12:00:00Z', 60],
    ['Europe/Berlin', '2026-07-01T12:00:00Z', 120],
    ['America/St_Johns', '2026-11-23T12:00:00Z', -210],
    ['UTC', '2026-11-23T12:00:00Z', 0],
  ])('of %s at %s are %d minutes ahead', (zone, iso, minutes) => {
    expect(offsetMinutes(at(iso), zone)).toBe(minutes);
  });

  it.each([
    ['Europe/Berlin', '2026-11-23T12:00:00Z', '2027-03-28T01:00:00.000Z', 60],
    ['Europe/Berlin', '2026-10-01T00:00:00Z', '2026-10-25T01:00:00.000Z', -60],
    ['Australia/Lord_Howe', '2026-11-23T12:00:00Z', '2027-04-03T15:00:00.000Z', -30],
  ])('of %s change after %s', (zone, iso, expected, minutes) => {
    const change = nextClockChange(zone, at(iso));
    expect([new Date(change!.at).toISOString(), change!.minutes]).toEqual([expected, minutes]);
  });

  it('of some zones never change', () => {
    expect([nextClockChange('UTC', at('2026-11-23T12:00:00Z')), nextClockChange('Asia/Tokyo', 0)]).toEqual([
      null,
      null,
    ]);
  });
});
