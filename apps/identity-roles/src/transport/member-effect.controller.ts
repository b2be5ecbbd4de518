import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { Problem } from '@imprimatur/service-kit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ForeseeRoleChange } from '../use-cases/foresee-role-change.ts';
import { MemberEffectBody, MemberEffectDto } from './member-effect.dto.ts';

@Requires('members')
@Controller('api/v1/members/:id/effect')
export class MemberEffectController {
  constructor(private readonly change: ForeseeRoleChange) {}

  @Post()
  @ApiOperation({ summary: 'See what another role would change for a member; nothing is changed' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: MemberEffectDto })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'member.not-found, role.not-found' })
  effect(
    @Param('id', { schema: Id }) memberId: string,
    @Body({ schema: MemberEffectBody }) { roleId }: MemberEffectBody,
    @CurrentActor() actor: Actor,
  ): Promise<MemberEffectDto> {
    return this.change.execute(actor, { memberId, roleId });
  }
}
