import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Command, Commands, type CommandRequest } from '@imprimatur/service-kit';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { PublishDrafts, type PublishResult } from '../use-cases/publish-drafts.ts';
import { SubmitDrafts } from '../use-cases/submit-drafts.ts';
import { ChangeSetBody, PublishedSet, spelledOut, Submitted } from './save.dto.ts';

@ApiTags('change sets')
@Controller('api/v1/change-sets')
@Requires('member')
export class ChangeSetsController {
  constructor(
    private readonly commands: Commands,
    private readonly submitDrafts: SubmitDrafts,
    private readonly publishDrafts: PublishDrafts,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Submit or publish several drafts together' })
  @ApiOkResponse({ standardSchema: PublishedSet, description: 'published' })
  @ApiAcceptedResponse({ standardSchema: Submitted, description: 'submitted: the approval request is being created' })
  execute(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Body({ schema: ChangeSetBody }) body: z.output<typeof ChangeSetBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.output<typeof Submitted> | PublishResult> {
    if (body.action === 'submit') {
      void reply.status(202);
      const command = spelledOut(body);
      return this.commands.run(request, (tx, cause) => this.submitDrafts.execute(tx, cause, actor, command));
    }
    void reply.status(200);
    return this.commands.run(request, (tx, cause) => this.publishDrafts.execute(tx, cause, actor, body.items));
  }
}
