import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Id, type GatedKind } from '@imprimatur/contracts';
import { Command, Commands, Problem, type CommandRequest } from '@imprimatur/service-kit';
import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CompareView, Comparison } from '../../persistence/views/compare.view.ts';
import { RebaseDetail, RebaseView } from '../../persistence/views/rebase.view.ts';
import type { SaveResult } from '../../use-cases/steps/save-content.ts';
import { Saved, spelledOut } from '../save.dto.ts';
import { DraftUseCases } from './draft-use-cases.ts';
import { CompareQuery, RebaseBody, RestoreBody } from './draft.dto.ts';

const moved = 'draft.stale-base: draft or published version is another one by now; `details` has them';

/** What is the same for the drafts of models and syncs: to rebase them, restore into them, compare them. */
@Requires('member')
export abstract class DraftsController {
  protected abstract readonly kind: GatedKind;

  constructor(
    private readonly commands: Commands,
    private readonly useCases: DraftUseCases,
    private readonly rebaseView: RebaseView,
    private readonly compareView: CompareView,
  ) {}

  @Get(':id/rebase')
  @ApiOperation({ summary: 'Show what a rebase of the stale draft comes to, and its conflicts' })
  @ApiOkResponse({ standardSchema: RebaseDetail })
  @ApiConflictResponse({ standardSchema: Problem, description: 'draft.not-stale' })
  showRebase(@CurrentActor() actor: Actor, @Param('id', { schema: Id }) id: string): Promise<RebaseDetail> {
    return this.rebaseView.read(actor, this.kind, id);
  }

  @Post(':id/rebase')
  @ApiOperation({ summary: 'Move the stale draft onto the published version' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Saved })
  @ApiConflictResponse({ standardSchema: Problem, description: 'rebase.conflicts, draft.not-stale or draft.in-review' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: moved })
  rebase(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RebaseBody }) body: z.output<typeof RebaseBody>,
  ): Promise<SaveResult> {
    const { kind, useCases } = this;
    return this.commands.run(request, (tx, cause) => useCases.rebase.execute(tx, cause, actor, { kind, id }, body));
  }

  @Post(':id/restore')
  @ApiOperation({ summary: 'Save the content of an old version once more' })
  @ApiOkResponse({ standardSchema: Saved })
  @ApiAcceptedResponse({ standardSchema: Saved, description: 'submitted: the approval request is being created' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: moved })
  async restore(
    @CurrentActor() actor: Actor,
    @Command() request: CommandRequest,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RestoreBody }) body: z.output<typeof RestoreBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SaveResult> {
    const [{ kind, useCases }, command] = [this, spelledOut(body)];
    const result = await this.commands.run(request, (tx, cause) =>
      useCases.restore.execute(tx, cause, actor, { kind, id }, command),
    );
    void reply.status(result.requestId === null ? 200 : 202);
    return result;
  }

  @Get(':id/compare')
  @ApiOperation({ summary: 'Compare any two of the versions and the draft' })
  @ApiOkResponse({ standardSchema: Comparison })
  compare(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CompareQuery }) pair: z.output<typeof CompareQuery>,
  ): Promise<Comparison> {
    return this.compareView.read(actor, this.kind, id, pair);
  }
}
