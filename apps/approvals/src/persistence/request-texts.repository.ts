import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ApprovalRequest } from '../domain/approval-request.ts';
import { foldText } from '../domain/fold-text.ts';
import { RequestTextRow } from './rows/request-text.row.ts';

/** What a request is found by. */
@Injectable()
export class RequestTexts {
  async put(
    tx: EntityManager,
    { workspaceId, number }: Pick<ApprovalRequest, 'workspaceId' | 'number'>,
    kind: RequestTextRow['kind'],
    texts: readonly { ofId: string; text: string }[],
  ): Promise<void> {
    if (texts.length === 0) return;
    const rows = texts.map(({ ofId, text }) => ({ workspaceId, number, ofId, kind, folded: foldText(text) }));
    await tx.insert(RequestTextRow, rows);
  }
}
