import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Command, Commands, type CommandRequest } from '@imprimatur/service-kit';
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SuggestedModel, SuggestionsView } from '../persistence/views/suggestions.view.ts';
import { PublishDrafts, type PublishResult } from '../use-cases/publish-drafts.ts';
import { SubmitDrafts } from '../use-cases/submit-drafts.ts';
import { ChangeSetBody, PublishedSet, spelledOut, Submitted, SuggestionsBody } from './save.dto.ts';

const Suggestions = z.object({ models: z.array(SuggestedModel) }).meta({ id: 'Suggestions' });

@ApiTags('change sets')
@Controller('api/v1/change-sets')
@Requires('member')
export class ChangeSetsController {
  constructor(
    private readonly commands: Commands,
    private readonly submitDrafts: SubmitDrafts,
    private readonly publishDrafts: PublishDrafts,
    private readonly suggestions: SuggestionsView,
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

  @Post('suggestions')
  @ApiOperation({ summary: 'Say which drafted models these drafts could go with' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Suggestions })
  async suggest(
    @CurrentActor() actor: Actor,
    @Body({ schema: SuggestionsBody }) { items }: z.output<typeof SuggestionsBody>,
  ): Promise<z.output<typeof Suggestions>> {
    return { models: await this.suggestions.read(actor, items) };
  }
}
