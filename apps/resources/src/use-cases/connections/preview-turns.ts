import { DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';

/** Half of what the process has for everybody. */
const MOST_OF_A_WORKSPACE = 4;

/** Keeps the members of one workspace, whose queries may be slow on purpose, from taking every preview there is. */
@Injectable()
export class PreviewTurns {
  private readonly underWay = new Map<string, number>();

  /** Throws `source.busy` while the workspace has as many under way as it may. */
  async take<T>(workspaceId: string, preview: () => Promise<T>): Promise<T> {
    const others = this.underWay.get(workspaceId) ?? 0;
    if (others >= MOST_OF_A_WORKSPACE) throw busy();
    this.underWay.set(workspaceId, others + 1);
    try {
      return await preview();
    } finally {
      this.leave(workspaceId);
    }
  }

  private leave(workspaceId: string): void {
    const left = this.underWay.get(workspaceId)! - 1;
    if (left === 0) this.underWay.delete(workspaceId);
    else this.underWay.set(workspaceId, left);
  }
}

const busy = (): DomainError =>
  new DomainError('unavailable', 'source.busy', 'Too many previews are under way. Try again in a few seconds.', {
    retryAfter: 5,
  });
