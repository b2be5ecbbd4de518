import { refusalCodes, type RefusalCode } from '../../components/run-now/refusal-codes.ts';
import { runStatuses, type RunStatus } from '../../components/run-now/run-status.ts';

/** What of the runs is shown, as it stands in the address. */
export interface RunsSearch {
  view?: 'flow';
  syncId?: string;
  outcome?: RunStatus;
  code?: RefusalCode;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads the address; what makes no sense there is left out. Whoever asks for a reason asks for what was refused. */
export function runsSearchOf({ view, syncId, outcome, code }: Record<string, unknown>): RunsSearch {
  const reason = refusalCodes.find((known) => known === code);
  const status = reason === undefined ? runStatuses.find((known) => known === outcome) : 'refused';
  return {
    ...(view === 'flow' && { view }),
    ...(typeof syncId === 'string' && UUID.test(syncId) && { syncId }),
    ...(status && { outcome: status }),
    ...(reason && { code: reason }),
  };
}

export const isFiltered = ({ syncId, outcome, code }: RunsSearch): boolean =>
  syncId !== undefined || outcome !== undefined || code !== undefined;
