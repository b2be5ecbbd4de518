import { pause } from './pause.ts';

/** A bell that a loop waits for: rung while nobody waits, the next wait ends at once. */
export class WakeUp {
  private rung = false;
  private current: AbortController | undefined;

  ring(): void {
    this.rung = true;
    this.current?.abort();
  }

  /** Until rung, or `ms` at most. */
  async wait(ms: number): Promise<void> {
    if (!this.rung) {
      this.current = new AbortController();
      await pause(ms, this.current.signal);
      this.current = undefined;
    }
    this.rung = false;
  }
}
