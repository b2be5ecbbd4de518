import type { FieldError } from '@imprimatur/kernel';
import type { Content, GatedKind, Schedule } from '@imprimatur/contracts';
import type { Change } from './change.ts';

export type { Change, Hunk } from './change.ts';

const soon = (): never => {
  throw new Error('not there yet');
};
export const changesOf: (kind: GatedKind, base: Content | null, content: Content, now: Date) => Change[] = soon;
export const describeSchedule: (schedule: Schedule) => string = soon;
export const nextFires: (schedule: Schedule, anchor: Date, after: Date, count: number) => Date[] = soon;
export const validateSchedule: (schedule: Schedule) => FieldError[] = soon;
export const renderText: (changes: Change[]) => string = soon;
