import { PublicationRejected, type DataOf, type RequestApproved } from '@imprimatur/contracts';
import { Clock, newId } from '@imprimatur/kernel';
import { appendEvents, isTransient, newEvent, type Cause } from '@imprimatur/messaging';
import { Logger } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { judgePins } from '../../domain/approved-pins.ts';
import { lockResources } from '../../persistence/resource-locks.ts';
import { loadResources, resourcesInReview } from '../../persistence/resources.repository.ts';
import { answerTo, insertRejected, type Rejected } from '../../persistence/publications.repository.ts';
import { closeSubmission, lockSubmission } from '../../persistence/submissions.repository.ts';
import { appendApplied, publish } from '../steps/publish.ts';

type Approval = DataOf<typeof RequestApproved>;

/**
 * Publishes exactly what was approved, once per attempt. Rights were judged when the request was decided; here it is only carried
 * out. What stands in the way is an answer, and so is a fault that trying again would not cure.
 */
@Injectable()
export class ExecuteApproval {
  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async execute(tx: EntityManager, cause: Cause, workspaceId: string, approval: Approval): Promise<void> {
    const { requestId, attempt } = approval;
    await lockSubmission(tx, workspaceId, requestId);
    const earlier = await answerTo(tx, workspaceId, requestId, attempt);
    if (earlier?.outcome === 'applied') return appendApplied(tx, cause, workspaceId, earlier.answer);
    if (earlier?.outcome === 'rejected') return appendRejected(tx, cause, workspaceId, earlier.answer);
    try {
      await tx.transaction((inner) => this.carryOut(inner, cause, workspaceId, approval));
    } catch (error) {
      if (isTransient(error)) throw error;
      this.logger.error({ err: error, workspaceId, requestId, attempt }, 'an approved publication failed unexpectedly');
      const message = 'It could not be published because of a fault in the service.';
      const reasons = approval.pins.map(({ resourceId, kind }) => ({
        ...{ resourceId, kind, message },
        code: 'publication.failed',
      }));
      await this.reject(tx, cause, workspaceId, approval, reasons);
    }
  }

  private async carryOut(tx: EntityManager, cause: Cause, workspaceId: string, approval: Approval): Promise<void> {
    const { requestId, attempt, approvedBy, pins } = approval;
    const ids = await resourcesInReview(tx, workspaceId, requestId);
    const read = (await loadResources(tx, workspaceId, ids)).flatMap(({ draft }) => draft?.ends.modelId ?? []);
    await lockResources(tx, workspaceId, { write: ids, read, publish: ids });
    const judged = judgePins(requestId, pins, await loadResources(tx, workspaceId, ids));
    if ('refuse' in judged) return this.reject(tx, cause, workspaceId, approval, judged.refuse);
    const items = judged.publish.map((resource) => ({ ...resource.draft, resource }));
    const publication = { publicationId: newId(), how: howOf(approval), requestId, attempt };
    const by = { publishedBy: approvedBy, publishedAt: this.clock.now() };
    await publish(tx, cause, workspaceId, { ...publication, ...by }, items);
    await closeSubmission(tx, workspaceId, requestId, 'published', null);
    this.logger.info({ workspaceId, requestId, attempt, items: items.length }, 'published an approved request');
  }

  private async reject(
    tx: EntityManager,
    cause: Cause,
    workspaceId: string,
    approval: Approval,
    reasons: Rejected['reasons'],
  ): Promise<void> {
    const { requestId, attempt, approvedBy } = approval;
    const answer = { requestId, attempt, reasons };
    const publication = { id: newId(), how: howOf(approval), publishedBy: approvedBy, at: this.clock.now() };
    await insertRejected(tx, workspaceId, publication, answer);
    await appendRejected(tx, cause, workspaceId, answer);
  }
}

const howOf = ({ how }: Approval): 'direct' | 'request' => (how === 'direct' ? how : 'request');

async function appendRejected(tx: EntityManager, cause: Cause, workspaceId: string, answer: Rejected): Promise<void> {
  await appendEvents(tx, cause, [newEvent(PublicationRejected, workspaceId, answer.requestId, answer)]);
}
