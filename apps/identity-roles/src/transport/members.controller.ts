import { type Actor, CurrentActor, Requires } from '@imprimatur/access';
import { Id } from '@imprimatur/contracts';
import { type PageOf, PageQuery, Problem, setEtag } from '@imprimatur/service-kit';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MembersView } from '../persistence/members.view.ts';
import { MemberDto, MembersPage } from './members.dto.ts';
import { readerOf } from './members-reader.ts';

@Requires('member')
@Controller('api/v1/members')
export class MembersController {
  constructor(private readonly view: MembersView) {}

  @Get()
  @ApiOperation({ summary: 'List the members' })
  @ApiOkResponse({ standardSchema: MembersPage })
  members(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery): Promise<PageOf<MemberDto>> {
    return this.view.page(readerOf(actor), query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one member' })
  @ApiOkResponse({ standardSchema: MemberDto })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'member.not-found' })
  async member(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Id }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MemberDto> {
    const member = await this.view.one(readerOf(actor), id);
    setEtag(reply, member.version);
    return member;
  }
}
