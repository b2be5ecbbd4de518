import { Public } from '@imprimatur/access';
import { Command, Commands, type CommandRequest, Problem } from '@imprimatur/service-kit';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTooManyRequestsResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ChargeExchange } from '../../use-cases/service-accounts/charge-exchange.ts';
import { ExchangeServiceToken } from '../../use-cases/service-accounts/exchange-service-token.ts';
import { ExchangedDto, ExchangeBody } from '../session.dto.ts';

@Public()
@Controller('api/v1/session/service-account')
export class ServiceAccountSessionController {
  constructor(
    private readonly commands: Commands,
    private readonly charge: ChargeExchange,
    private readonly exchange: ExchangeServiceToken,
  ) {}

  /** Two transactions, because the charge of a wrong secret has to stay. */
  @Post()
  @ApiOperation({ summary: 'Exchange the secret of a service account for an access token' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ExchangedDto })
  @ApiUnauthorizedResponse({ standardSchema: Problem, description: 'service-token.invalid' })
  @ApiTooManyRequestsResponse({ standardSchema: Problem, description: 'session.too-many-attempts' })
  async exchangeSecret(
    @Body({ schema: ExchangeBody }) { secret }: ExchangeBody,
    @Command() command: CommandRequest,
    @Req() { ip }: FastifyRequest,
  ): Promise<ExchangedDto> {
    await this.commands.run(command, (tx) => this.charge.execute(tx, ip));
    const { accessToken, expiresAt } = await this.commands.run(command, async (tx) => {
      const issued = await this.exchange.execute(tx, { secret });
      await this.charge.refund(tx, ip);
      return issued;
    });
    return { accessToken, expiresAt: expiresAt.toISOString() };
  }
}
