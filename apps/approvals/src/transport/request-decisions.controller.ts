import { CurrentActor, NeedsConfirmedRights, Requires, type Actor } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Command, Commands, IfMatch, Problem, type CommandRequest } from '@imprimatur/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiHeader,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { z } from 'zod';
import type { RequestCommand } from '../domain/request-command.ts';
import { ApproveRequest } from '../use-cases/approve-request.ts';
import type { DecisionAnswer } from '../use-cases/decision-recorder.ts';
import { DeleteRequestDrafts } from '../use-cases/delete-request-drafts.ts';
import { PublishRequestNow } from '../use-cases/publish-request-now.ts';
import { RetryPublication } from '../use-cases/retry-publication.ts';
import { WithdrawRequest } from '../use-cases/withdraw-request.ts';
import { Decided, DeleteDrafts, NoBody, OptionalComment } from './approval-request.dto.ts';

const commandOf = ({ workspaceId, memberId }: Actor, requestId: string): RequestCommand => ({
  workspaceId,
  memberId,
  requestId,
});

const seen = { name: 'If-Match', required: true, description: 'the ETag of the request whose items were rendered' };
const others = { standardSchema: Problem, description: 'request.items-changed' };
const decided = { standardSchema: Problem, description: 'request.decided, with the result of who was faster' };
const decidedOrStale = {
  standardSchema: Problem,
  description: 'request.decided, with the winner’s result; request.stale',
};

/** Decisions are answered with 202: they stand, and resources carries them out within a moment. */
@ApiTags('approval requests')
@Controller('api/v1/approval-requests/:id')
@Requires('member')
export class RequestDecisionsController {
  constructor(
    private readonly commands: Commands,
    private readonly approveRequest: ApproveRequest,
    private readonly publishRequestNow: PublishRequestNow,
    private readonly withdrawRequest: WithdrawRequest,
    private readonly deleteRequestDrafts: DeleteRequestDrafts,
    private readonly retryPublication: RetryPublication,
  ) {}

  @Post('approve')
  @ApiOperation({ summary: 'Approve: published once enough have' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: Decided })
  @ApiConflictResponse(decidedOrStale)
  @ApiHeader(seen)
  @ApiPreconditionFailedResponse(others)
  @NeedsConfirmedRights()
  approve(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() itemsHash: string,
    @Body({ schema: OptionalComment }) body: z.output<typeof OptionalComment>,
  ): Promise<DecisionAnswer> {
    const command = { ...commandOf(actor, id), itemsHash, comment: body.comment || null };
    return this.commands.run(request, (tx, cause) => this.approveRequest.execute(tx, cause, command));
  }

  @Post('publish-now')
  @ApiOperation({ summary: 'Publish without the approvals that are missing' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: Decided })
  @ApiConflictResponse(decidedOrStale)
  @ApiHeader(seen)
  @ApiPreconditionFailedResponse(others)
  @NeedsConfirmedRights()
  publishNow(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() itemsHash: string,
    @Body({ schema: OptionalComment }) body: z.output<typeof OptionalComment>,
  ): Promise<DecisionAnswer> {
    const command = { ...commandOf(actor, id), itemsHash, comment: body.comment || null };
    return this.commands.run(request, (tx, cause) => this.publishRequestNow.execute(tx, cause, command));
  }

  @Post('withdraw')
  @ApiOperation({ summary: 'Withdraw: the items are drafts again' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: Decided })
  @ApiConflictResponse(decided)
  withdraw(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OptionalComment }) body: z.output<typeof OptionalComment>,
  ): Promise<DecisionAnswer> {
    const command = { ...commandOf(actor, id), comment: body.comment || null };
    return this.commands.run(request, (tx, cause) => this.withdrawRequest.execute(tx, cause, command));
  }

  @Post('delete-draft')
  @ApiOperation({ summary: 'Decide against it, and delete the drafts' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: Decided })
  @ApiConflictResponse(decided)
  @NeedsConfirmedRights()
  deleteDraft(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DeleteDrafts }) body: z.output<typeof DeleteDrafts>,
  ): Promise<DecisionAnswer> {
    const command = { ...commandOf(actor, id), comment: body.comment };
    return this.commands.run(request, (tx, cause) => this.deleteRequestDrafts.execute(tx, cause, command));
  }

  @Post('retry')
  @ApiOperation({ summary: 'Try a publication that failed again' })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: Decided })
  @ApiConflictResponse(decidedOrStale)
  @NeedsConfirmedRights()
  retry(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NoBody }) body: z.output<typeof NoBody>,
  ): Promise<DecisionAnswer> {
    const command = { ...commandOf(actor, id), ...body };
    return this.commands.run(request, (tx, cause) => this.retryPublication.execute(tx, cause, command));
  }
}
