/** How runs are carried out by this process. A class, so that it can be injected. */
export abstract class RunSettings {
  /** Names this process among those that hold leases. */
  abstract readonly owner: string;
  /** How many runs this process works on at once. */
  abstract readonly workers: number;
  abstract readonly tickIntervalMs: number;
  /** How long after its first look the gate looks at a scheduled run again, before refusing it. */
  abstract readonly recheckDelayMs: number;
  /** How long a run may go without a sign of life of its worker before another takes it over. */
  abstract readonly leaseMs: number;
  /** How long a source or destination may take over one statement. */
  abstract readonly statementTimeoutMs: number;
}
