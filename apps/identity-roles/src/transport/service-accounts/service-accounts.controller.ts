import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { AddServiceAccountBody, Id } from '@imprimatur/contracts';
import {
  Command,
  Commands,
  type CommandRequest,
  type PageOf,
  PageQuery,
  Problem,
  setEtag,
} from '@imprimatur/service-kit';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ServiceAccountsView } from '../../persistence/service-accounts/service-accounts.view.ts';
import { ServiceTokensView } from '../../persistence/service-accounts/service-tokens.view.ts';
import { AddServiceAccount } from '../../use-cases/service-accounts/add-service-account.ts';
import {
  AddedServiceAccountDto,
  ServiceAccountDto,
  ServiceAccountsPage,
  ServiceTokensDto,
} from './service-accounts.dto.ts';

@Requires('members')
@Controller('api/v1/service-accounts')
export class ServiceAccountsController {
  constructor(
    private readonly view: ServiceAccountsView,
    private readonly tokensView: ServiceTokensView,
    private readonly commands: Commands,
    private readonly addition: AddServiceAccount,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the service accounts' })
  @ApiOkResponse({ standardSchema: ServiceAccountsPage })
  serviceAccounts(
    @CurrentActor() { workspaceId }: Actor,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<PageOf<ServiceAccountDto>> {
    return this.view.page(workspaceId, query);
  }

  @Post()
  @ApiOperation({ summary: 'Add a service account' })
  @ApiCreatedResponse({ standardSchema: AddedServiceAccountDto })
  @ApiForbiddenResponse({ standardSchema: Problem, description: 'rights.missing, role.exceeds-own' })
  addServiceAccount(
    @Body({ schema: AddServiceAccountBody }) body: AddServiceAccountBody,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
  ): Promise<AddedServiceAccountDto> {
    return this.commands.run(command, (tx, cause) => this.addition.execute(tx, cause, actor, body));
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one service account' })
  @ApiOkResponse({ standardSchema: ServiceAccountDto })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'service-account.not-found' })
  async serviceAccount(
    @CurrentActor() { workspaceId }: Actor,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ServiceAccountDto> {
    const account = await this.view.one(workspaceId, id);
    setEtag(reply, account.version);
    return account;
  }

  @Get(':id/tokens')
  @ApiOperation({ summary: 'List the tokens of a service account, without their secrets' })
  @ApiOkResponse({ standardSchema: ServiceTokensDto })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'service-account.not-found' })
  async tokens(
    @CurrentActor() { workspaceId }: Actor,
    @Param('id', { schema: Id }) id: string,
  ): Promise<ServiceTokensDto> {
    await this.view.one(workspaceId, id);
    return { items: await this.tokensView.of(workspaceId, id) };
  }
}
