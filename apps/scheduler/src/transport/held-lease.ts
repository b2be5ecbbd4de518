/** Progress is shown about once a second, and a lease survives several renewals that fail. */
const BEATS_PER_LEASE = 5;
const LONGEST_BEAT_MS = 1_000;

/**
 * A lease under renewal. `lost` aborts when someone else has it, and also when it could not be renewed for so long that someone else may:
 * from then on its holder must not go on.
 */
export class HeldLease {
  private readonly loss = new AbortController();
  private readonly beatMs: number;
  private beat: NodeJS.Timeout | undefined;
  private deadline: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly leaseMs: number,
    private readonly renew: () => Promise<boolean>,
    private readonly notRenewed: (error: unknown) => void,
  ) {
    this.beatMs = Math.min(leaseMs / BEATS_PER_LEASE, LONGEST_BEAT_MS);
    this.heldFrom(performance.now());
    this.scheduleBeat();
  }

  get lost(): AbortSignal {
    return this.loss.signal;
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.beat);
    clearTimeout(this.deadline);
  }

  private scheduleBeat(): void {
    if (!this.stopped) this.beat = setTimeout(() => void this.renewOnce(), this.beatMs);
  }

  private async renewOnce(): Promise<void> {
    const askedAt = performance.now();
    try {
      if (await this.renew()) this.heldFrom(askedAt);
      else this.lose();
    } catch (error) {
      this.notRenewed(error);
    } finally {
      this.scheduleBeat();
    }
  }

  // Counted from before the database was asked: its clock started the lease no earlier.
  private heldFrom(moment: number): void {
    clearTimeout(this.deadline);
    if (!this.stopped) this.deadline = setTimeout(() => this.lose(), this.leaseMs - (performance.now() - moment));
  }

  private lose(): void {
    this.stop();
    this.loss.abort();
  }
}
