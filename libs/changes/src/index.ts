export type { Change, Hunk } from './change.ts';
export { changesOf } from './changes-of.ts';
export { describeSchedule, localTime } from './describe-schedule.ts';
export { escaped } from './json-pointer.ts';
export { nextFires } from './next-fires.ts';
export { rebase, type Conflict, type Rebase, type Resolution, type Sides } from './rebase/rebase.ts';
export { renderText } from './render-text.ts';
export { sameSchedule } from './same-schedule.ts';
export { validateSchedule } from './validate-schedule.ts';
