import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Command, Commands, type CommandRequest, Problem } from '@imprimatur/service-kit';
import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ChangeReviewers } from '../use-cases/change-reviewers.ts';
import { CommentOnRequest } from '../use-cases/comment-on-request.ts';
import { ChooseReviewers, CommentWritten, Reviewers, WriteComment } from './approval-request.dto.ts';

@ApiTags('approval requests')
@Controller('api/v1/approval-requests/:id')
@Requires('member')
export class RequestConversationController {
  constructor(
    private readonly commands: Commands,
    private readonly commentOnRequest: CommentOnRequest,
    private readonly changeReviewers: ChangeReviewers,
  ) {}

  @Post('comments')
  @ApiOperation({ summary: 'Comment on a request' })
  @ApiCreatedResponse({ standardSchema: CommentWritten })
  @ApiConflictResponse({ standardSchema: Problem, description: 'request.thread-full' })
  comment(
    @CurrentActor() { workspaceId, memberId }: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) requestId: string,
    @Body({ schema: WriteComment }) body: z.output<typeof WriteComment>,
  ): Promise<z.output<typeof CommentWritten>> {
    const command = { workspaceId, memberId, requestId, ...body };
    return this.commands.run(request, (tx, cause) => this.commentOnRequest.execute(tx, cause, command));
  }

  @Put('reviewers')
  @ApiOperation({ summary: 'Choose who is asked to review' })
  @ApiOkResponse({ standardSchema: Reviewers })
  chooseReviewers(
    @CurrentActor() { workspaceId, memberId }: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) requestId: string,
    @Body({ schema: ChooseReviewers }) body: z.output<typeof ChooseReviewers>,
  ): Promise<z.output<typeof Reviewers>> {
    const command = { workspaceId, memberId, requestId, ...body };
    return this.commands.run(request, (tx, cause) => this.changeReviewers.execute(tx, cause, command));
  }
}
