import { Public } from '@imprimatur/access';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { VerificationKeysView } from '../persistence/verification-keys.view.ts';
import { JwksDto } from './session.dto.ts';

@Public()
@Controller('api/v1/session/jwks')
export class JwksController {
  constructor(private readonly view: VerificationKeysView) {}

  @Get()
  @ApiOperation({ summary: 'Read the public keys that access tokens are signed with' })
  @Header('cache-control', 'public, max-age=300')
  @ApiOkResponse({ standardSchema: JwksDto })
  async jwks(): Promise<JwksDto> {
    return { keys: await this.view.all() };
  }
}
