import type { RefusalCode } from '@imprimatur/contracts';

/** A run at the gate. */
export interface Applicant {
  trigger: 'manual' | 'schedule';
  /** It was turned back once already. */
  rechecked: boolean;
}

/** What becomes of a run at the gate. A refusal is always recorded; `announce` says whether others are told of it too. */
export type Admission =
  | { kind: 'start' }
  | { kind: 'recheck' }
  | { kind: 'refuse'; code: RefusalCode; codes: RefusalCode[]; announce: boolean };

/**
 * A scheduled run is looked at twice before it is refused, so that a publication in flight costs nobody a tick; a schedule's refusal is
 * announced once per change of reason (`announcedCode` is the last one announced), a person's always.
 */
export function admit(applicant: Applicant, codes: RefusalCode[], announcedCode: RefusalCode | null): Admission {
  const [code] = codes;
  if (code === undefined) return { kind: 'start' };
  if (applicant.trigger === 'manual') return { kind: 'refuse', code, codes, announce: true };
  if (!applicant.rechecked) return { kind: 'recheck' };
  return { kind: 'refuse', code, codes, announce: code !== announcedCode };
}
