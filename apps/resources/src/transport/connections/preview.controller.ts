import { CurrentActor, Requires, type Actor } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { PreviewQuery } from '../../use-cases/connections/preview-query.ts';
import { ModelPreviewBody, PreviewBody, PreviewRows } from './connection.dto.ts';

/** Rows as a query finds them now. Nothing is changed by it, here or at the source. */
@Controller('api/v1')
@Requires('member')
export class PreviewController {
  constructor(private readonly preview: PreviewQuery) {}

  @Post('sources/:id/preview')
  @ApiOperation({ summary: 'Preview the rows of a query' })
  @HttpCode(200)
  @ApiTags('sources')
  @ApiOkResponse({ standardSchema: PreviewRows })
  previewQuery(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PreviewBody }) { query }: z.output<typeof PreviewBody>,
  ): Promise<z.output<typeof PreviewRows>> {
    return this.preview.query(actor, id, query);
  }

  @Post('models/:id/preview')
  @ApiOperation({ summary: 'Preview the rows of a model, of its draft or of what is published' })
  @HttpCode(200)
  @ApiTags('models')
  @ApiOkResponse({ standardSchema: PreviewRows })
  previewModel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ModelPreviewBody }) body: z.output<typeof ModelPreviewBody>,
  ): Promise<z.output<typeof PreviewRows>> {
    return 'what' in body
      ? this.preview.ofModel(actor, id, body.what, body.revision)
      : this.preview.pinned(actor, id, body.revision);
  }
}
