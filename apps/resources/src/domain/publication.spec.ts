import type { Schedule } from '@imprimatur/contracts';
import { syncContent } from '@imprimatur/testing';
import { draft, drafted, published, resource } from '../testing/resource.fixture.ts';
import { scheduleAnchor, syncsFirst, versionOf, type NextVersion } from './publication.ts';

const now = new Date('2026-05-05T05:05:00Z');
const hourly: Schedule = { kind: 'interval', every: 1, unit: 'hours', timeZone: 'UTC' };
const anchored = published({ content: syncContent({ schedule: hourly }) }, 'sync');

const next = (schedule: Schedule, before: NextVersion['resource']['published']): NextVersion => {
  const of = drafted({ kind: 'sync', published: before, draft: draft({ content: syncContent({ schedule }) }, 'sync') });
  return { ...of.draft, resource: of };
};

describe('a schedule', () => {
  it('counts from its publication when it is new or changed', () => {
    expect(scheduleAnchor(next(hourly, null), now)).toEqual(now);
    expect(scheduleAnchor(next({ ...hourly, every: 2 }, anchored), now)).toEqual(now);
  });

  it('keeps its anchor when it is not', () => {
    const { kind, timeZone, unit, every } = hourly;
    expect(scheduleAnchor(next({ timeZone, unit, every, kind }, anchored), now)).toEqual(anchored.scheduleAnchor);
  });

  it('keeps it when it is only written down in another way, which no diff would show either', () => {
    expect(scheduleAnchor(next({ ...hourly, startAt: null, endAt: null }, anchored), now)).toEqual(
      anchored.scheduleAnchor,
    );
  });
});

describe('a version', () => {
  it('is the next number, from 1', () => {
    expect(versionOf(next(hourly, null))).toBe(1);
    expect(versionOf(next(hourly, published({ version: 41 }, 'sync')))).toBe(42);
  });
});

it('tells of syncs before models', () => {
  const [model, sync] = [resource(), resource({ kind: 'sync' })];
  expect(syncsFirst([model, sync, model])).toEqual([sync, model, model]);
});
