import * as approvals from './approvals/events.ts';
import type { EventContract, StateContract } from './event-contract.ts';
import * as identityEvents from './identity/events.ts';
import * as identityState from './identity/state.ts';
import * as resourceEvents from './resources/events.ts';
import * as resourceState from './resources/state.ts';
import * as runs from './runs/events.ts';

const isContract = (value: unknown): value is EventContract =>
  typeof value === 'object' && value !== null && 'topic' in value && 'statement' in value;

const contractsOf = (module: object): EventContract[] => Object.values(module).filter(isContract);

/** Every type of event there is, state included. */
export const allContracts: readonly EventContract[] = [
  identityState,
  identityEvents,
  resourceEvents,
  resourceState,
  approvals,
  runs,
].flatMap(contractsOf);

export const stateContracts: readonly StateContract[] = allContracts.filter(
  (contract): contract is StateContract => 'kind' in contract,
);
