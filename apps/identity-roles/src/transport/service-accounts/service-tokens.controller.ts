import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { Id, IssueServiceTokenBody } from '@imprimatur/contracts';
import { Command, Commands, type CommandRequest, Problem } from '@imprimatur/service-kit';
import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { SERVICE_SECRET_PREFIX } from '../../domain/service-token.ts';
import { hashOfToken, newSecretToken } from '../../use-cases/secret-token.ts';
import { IssueServiceToken } from '../../use-cases/service-accounts/issue-service-token.ts';
import { RevokeServiceToken } from '../../use-cases/service-accounts/revoke-service-token.ts';
import { IssuedServiceTokenDto } from './service-accounts.dto.ts';

@Requires('members')
@Controller('api/v1/service-accounts/:id/tokens')
export class ServiceTokensController {
  constructor(
    private readonly commands: Commands,
    private readonly issuing: IssueServiceToken,
    private readonly revocation: RevokeServiceToken,
  ) {}

  /** The secret is made out here: the answers of commands are kept for repeats, secrets are not. */
  @Post()
  @ApiOperation({ summary: 'Make a token for a service account; its secret is shown once' })
  @ApiCreatedResponse({ standardSchema: IssuedServiceTokenDto })
  @ApiForbiddenResponse({ standardSchema: Problem, description: 'rights.missing, role.exceeds-own' })
  @ApiConflictResponse({ standardSchema: Problem, description: 'service-account.inactive, service-token.too-many' })
  async issueToken(
    @Param('id', { schema: Id }) accountId: string,
    @Body({ schema: IssueServiceTokenBody }) { name, expiresAt: until }: IssueServiceTokenBody,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
  ): Promise<IssuedServiceTokenDto> {
    const secret = `${SERVICE_SECRET_PREFIX}${newSecretToken()}`;
    const hash = hashOfToken(secret);
    const wanted = { accountId, name, expiresAt: until === null ? null : new Date(until), hash };
    const issued = await this.commands.run(command, async (tx) => {
      const token = await this.issuing.execute(tx, actor, wanted);
      return { id: token.id, expiresAt: token.expiresAt?.toISOString() ?? null, hash: token.hash.toString('hex') };
    });
    const first = issued.hash === hash.toString('hex');
    return { id: issued.id, secret: first ? secret : null, expiresAt: issued.expiresAt };
  }

  @Delete(':tokenId')
  @ApiOperation({ summary: 'Revoke a token; every access token of the account ends with it' })
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'revoked, or was already' })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'service-account.not-found, service-token.not-found' })
  async revokeToken(
    @Param('id', { schema: Id }) accountId: string,
    @Param('tokenId', { schema: Id }) tokenId: string,
    @CurrentActor() actor: Actor,
    @Command() command: CommandRequest,
  ): Promise<void> {
    const revoked = { accountId, tokenId };
    await this.commands.run(command, (tx, cause) => this.revocation.execute(tx, cause, actor, revoked));
  }
}
