export type { Change, Hunk } from './change.ts';
export { changesOf } from './changes-of.ts';
export { describeSchedule, localTime } from './describe-schedule.ts';
export { nextFires } from './next-fires.ts';
export { renderText } from './render-text.ts';
export { validateSchedule } from './validate-schedule.ts';
