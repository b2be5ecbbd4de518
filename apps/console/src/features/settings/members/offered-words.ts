import { strings } from '../../../strings/en.ts';
import type { MemberEffect } from './member-query.ts';

const { effect: texts } = strings.people;

/** The ways of saving a role offers; those it offers on some only say so. */
export function offeredWords({ everywhere, somewhere }: MemberEffect['before']['saveOptions']['models']): string[] {
  const words = somewhere.map((action) =>
    everywhere.includes(action) ? texts.actions[action] : texts.somewhere(texts.actions[action]),
  );
  return words.length === 0 ? [texts.nothingOffered] : words;
}
