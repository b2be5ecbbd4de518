import { changesOf } from '@imprimatur/changes';
import type { Content as Known } from '@imprimatur/contracts';
import type { Content, Ends } from '../../api/resource-queries.ts';
import type { Change } from '../changes/diff-rows.ts';
import { kindOf } from './kind-of.ts';

interface Setting {
  /** Names for the ids that a sync has. */
  ends?: Ends[] | undefined;
  /** Where next runs are also told as clocks there show them. */
  timeZone?: string | undefined;
  now?: Date;
}

/** What differs between two contents that nobody has to have saved: computed by the same code as on the server. */
export const changesBetween = (before: Content | null, after: Content, setting: Setting = {}): Change[] =>
  changesOf(kindOf(after), before as Known | null, after as Known, {
    ends: setting.ends ?? [],
    now: setting.now ?? new Date(),
    timeZone: setting.timeZone,
  });
