/** What readiness hangs on. */
export interface BusHealth {
  /** Every group has joined once. */
  joined: boolean;
  /** Every projection has seen a beat since the start. */
  beatsSeen: boolean;
  crashed: string | null;
}
