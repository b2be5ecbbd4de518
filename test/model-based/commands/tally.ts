/** What was done so far, in all workspaces together. */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>();
  total = 0;

  count(command: string, code: string | null): void {
    this.total += 1;
    const ends = this.counts.get(command) ?? new Map<string, number>();
    this.counts.set(command, ends);
    const end = code ?? 'accepted';
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }

  /** Commands that were never done, only refused. */
  get neverAccepted(): string[] {
    return [...this.counts].filter(([, ends]) => !ends.has('accepted')).map(([command]) => command);
  }

  /** A line for each command: how often it ended how. */
  inWords(): string {
    return [...this.counts]
      .toSorted()
      .map(([command, ends]) => {
        const all = [...ends].toSorted((a, b) => b[1] - a[1]).map(([end, times]) => `${times} ${end}`);
        return `${command}: ${all.join(', ')}`;
      })
      .join('\n');
  }
}
