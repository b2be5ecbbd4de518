import { newId, DomainError } from '@imprimatur/kernel';
import { emptyDatabase, eventually, testDatabase, type EmptyDatabase, type TestDatabase } from '@imprimatur/testing';
import { Controller, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, Payload } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  copyInto,
  Counted,
  CountedV2,
  countIn,
  CreateEffect1767225600090,
  ServiceDouble,
  ThingState,
} from '../conformance/service-double.fixture.ts';
import { prepareLocalBus } from '../local/prepare-local-bus.ts';
import { messagingMigrations } from '../migrations/messaging-migrations.ts';
import type { ConsumeContext, Received } from '../received.ts';
import { listDeadLetters } from './dead-letters.ts';
import { Projection, Reaction } from './subscription.ts';

@Controller()
class CountsConsumer {
  @Reaction(Counted, { group: 'counts' })
  @Reaction(CountedV2, { group: 'counts' })
  async count(@Payload() event: Received<typeof Counted>, @Ctx() context: ConsumeContext): Promise<void> {
    if (event.data.n === 13) throw new DomainError('conflict', 'request.decided', 'Not thirteen.');
    await countIn('counts')(event, context);
  }

  @Projection(ThingState, { group: 'things', generation: 3 })
  async copy(@Payload() event: Received<typeof ThingState>, @Ctx() context: ConsumeContext): Promise<void> {
    await copyInto(3)(event, context);
  }
}

@Controller()
class SecondCountsConsumer {
  @Reaction(Counted, { group: 'counts' })
  count(): Promise<void> {
    return Promise.resolve();
  }
}

describe('handlers in Nest controllers', () => {
  let log: EmptyDatabase;
  let database: TestDatabase;
  let resources: ServiceDouble;
  let app: { close(): Promise<unknown> } | undefined;

  beforeEach(async () => {
    [log, database] = await Promise.all([
      emptyDatabase('bus'),
      testDatabase({ entities: [], migrations: [...messagingMigrations, CreateEffect1767225600090] }),
    ]);
    await prepareLocalBus(log.url);
    resources = new ServiceDouble(database.dataSource, { kind: 'local', databaseUrl: log.url });
    await resources.bus.startRelay();
  });

  afterEach(async () => {
    await app?.close();
    await resources.bus.close();
    await Promise.all([log.drop(), database.drop()]);
  });

  const start = async (...controllers: Type[]): Promise<void> => {
    @Module({ controllers })
    class Consumers {}
    const http = await NestFactory.create(Consumers, new FastifyAdapter(), { logger: false });
    app = http;
    http.connectMicroservice<{ strategy: ServiceDouble['bus']['server'] }>(
      { strategy: resources.bus.server },
      { deferInitialization: true },
    );
    await http.startAllMicroservices();
  };

  it('get the parsed event and the transaction, of one or several contracts', async () => {
    await start(CountsConsumer);
    const [workspace, id] = [newId(), newId()];
    await resources.emit(workspace, 'subject', 1);
    await resources.emitRaw(CountedV2.type, workspace, 'subject', { n: 2, unit: 'm' });
    await resources.state(workspace, id, 1, 'copied');
    await eventually(async () => expect(await resources.counted('counts', workspace)).toEqual([1, 2]));
    await eventually(async () => expect(await resources.things(3)).toEqual([{ id, value: 'copied' }]));
  });

  it('are told apart by what they throw, which Nest leaves as it is', async () => {
    await start(CountsConsumer);
    await resources.emit(newId(), 'subject', 13);
    await eventually(async () =>
      expect(await listDeadLetters(database.dataSource, 'resources.counts')).toMatchObject([
        { reason: 'rule', error: 'request.decided: Not thirteen.', attempts: 1 },
      ]),
    );
  });

  it('are one for each group and type: a second one fails at start', async () => {
    await expect(start(CountsConsumer, SecondCountsConsumer)).rejects.toThrow(
      `resources.counts has two handlers for ${Counted.type}.`,
    );
  });
});
