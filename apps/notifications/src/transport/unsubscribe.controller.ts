import { Public } from '@imprimatur/access';
import { DomainError } from '@imprimatur/kernel';
import { Controller, Get, Headers, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { SubscriptionView } from '../persistence/subscription.view.ts';
import { Unsubscribe } from '../use-cases/unsubscribe.ts';
import { confirmPage, donePage, pagePolicy, unknownLinkPage } from './unsubscribe-page.ts';

const ByToken = z.strictObject({ token: z.string().min(1).max(200) });
type ByToken = z.output<typeof ByToken>;

const page = { description: 'a page for people', content: { 'text/html': { schema: { type: 'string' as const } } } };

/** What the links in mails lead to, without a sign-in: whoever holds the mail may stop its like (RFC 8058). */
@ApiTags('notification preferences')
@Controller('api/v1/notification-preferences/unsubscribe')
@Public()
export class UnsubscribeController {
  constructor(
    private readonly subscriptions: SubscriptionView,
    private readonly dataSource: DataSource,
    private readonly unsubscribe: Unsubscribe,
  ) {}

  @Get()
  @ApiOperation({ summary: 'See what an unsubscribe link would turn off; changes nothing' })
  @ApiOkResponse(page)
  async show(
    @Query({ schema: ByToken }) { token }: ByToken,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const found = await this.subscriptions.read(token);
    if (found === null) return unknownLink(reply, accept);
    return sendPage(reply, found.muted ? donePage(found) : confirmPage(found));
  }

  /** Any body will do: mail programs send `List-Unsubscribe=One-Click` as one kind of form or the other. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Turn off the mails that an unsubscribe link is for' })
  @ApiOkResponse(page)
  async act(
    @Query({ schema: ByToken }) { token }: ByToken,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.dataSource.transaction((tx) => this.unsubscribe.execute(tx, token));
    const found = await this.subscriptions.read(token);
    return found === null ? unknownLink(reply, accept) : sendPage(reply, donePage(found));
  }
}

function sendPage(reply: FastifyReply, html: string): string {
  void reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', pagePolicy);
  return html;
}

/** A browser shows people a page, also of what went wrong; everybody else gets a problem. */
function unknownLink(reply: FastifyReply, accept = ''): string {
  if (accept.includes('text/html')) return sendPage(reply.status(404), unknownLinkPage);
  throw new DomainError('not-found', 'unsubscribe.unknown-link', 'This unsubscribe link is not one of ours.');
}
