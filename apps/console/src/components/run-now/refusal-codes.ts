import type { components } from '../../api/schema.d.ts';
import { strings } from '../../strings/en.ts';

export type RefusalCode = components['schemas']['RefusalCode'];

const names: Record<RefusalCode, string> = strings.runs.codes;

/** Every reason there is, in the order in which the first that applies is the reason. */
export const refusalCodes = Object.keys(names) as RefusalCode[];
