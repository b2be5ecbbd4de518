import { DomainError, newId } from '@imprimatur/kernel';
import {
  Command,
  Commands,
  createService,
  IfMatch,
  kitMigrations,
  type CommandRequest,
  type ServiceApp,
} from '@imprimatur/service-kit';
import { localBus, testDatabase, testServiceConfig } from '@imprimatur/testing';
import { Body, Controller, Delete, Get, HttpCode, Module, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { access, CurrentActor, NeedsConfirmedRights, Public, Requires, type Actor } from './index.ts';

const Thing = z.strictObject({ name: z.string().min(1), tags: z.array(z.string()).max(2).default([]) });

@Controller('api/v1/things')
class ThingsController {
  constructor(private readonly commands: Commands) {}

  @Get('public')
  @Public()
  open(): object {
    return { open: true };
  }

  @Get('mine')
  @Requires('member')
  mine(@CurrentActor() actor: Actor): object {
    return { memberId: actor.memberId };
  }

  @Get('undeclared')
  undeclared(): object {
    return { reached: true };
  }

  @Post()
  @Requires('member')
  @HttpCode(201)
  create(
    @Body({ schema: Thing }) thing: z.output<typeof Thing>,
    @Command() request: CommandRequest,
  ): Promise<{ id: string; name: string }> {
    return this.commands.run(request, async () => {
      if (thing.name === 'taken') throw new DomainError('conflict', 'member.exists', 'There is such a thing already.');
      if (thing.name === 'bug') throw new RangeError('with a password inside');
      return { id: newId(), name: thing.name };
    });
  }

  @Put()
  @Requires('member')
  put(@IfMatch() tag: string): object {
    return { tag };
  }

  @Delete()
  @Requires('settings')
  @NeedsConfirmedRights()
  remove(): object {
    return { removed: true };
  }
}

@Module({})
class TinyModule {}

export interface TinyService {
  service: ServiceApp;
  close(): Promise<void>;
}

/** The smallest service there can be, made as the real ones are: the edge is tried on it. */
export async function tinyService(): Promise<TinyService> {
  const migrations = [...kitMigrations, ...access.migrations];
  const [database, bus] = [await testDatabase({ entities: [], migrations }), await localBus()];
  const service = await createService({
    service: 'resources',
    config: { ...testServiceConfig(database.url, bus.config), publicUrl: 'https://imprimatur.test' },
    module: TinyModule,
    entities: [],
    migrations: access.migrations,
    controllers: [...access.controllers, ThingsController],
    providers: access.providers,
    guards: access.guards,
    openapi: { title: 'Tiny', description: 'For tests.' },
  });
  await service.start();
  return {
    service,
    close: async () => {
      await service.close();
      await Promise.all([database.drop(), bus.drop()]);
    },
  };
}
