import { Id, Instant, JsonValue, RefusalCode, RunCounts, RunTrigger, Version } from '@imprimatur/contracts';
import { pageOf, PageQuery } from '@imprimatur/service-kit';
import { z } from 'zod';
import { runStatuses } from '../domain/run.ts';
import type { RunShown } from '../persistence/runs.view.ts';

export const RequestRunBody = z.strictObject({ syncId: Id }).meta({ id: 'RequestRun' });

export const RunStatusDto = z.enum(runStatuses).meta({ id: 'RunStatus' });

export const RunsQuery = PageQuery.extend({
  syncId: Id.optional(),
  status: RunStatusDto.optional(),
  code: RefusalCode.optional().meta({ description: 'refused for this reason, be it the first or another' }),
}).strict();

export const RunDto = z
  .object({
    id: Id,
    syncId: Id,
    syncName: z.string(),
    modelId: Id,
    trigger: RunTrigger,
    status: RunStatusDto,
    code: RefusalCode.nullable(),
    codes: z.array(RefusalCode),
    syncVersion: Version.nullable(),
    modelVersion: Version.nullable(),
    counts: RunCounts.nullable(),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    requestedBy: Id.nullable(),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Run' });
export type RunDto = z.output<typeof RunDto>;

/** A run with the first of the rows that the destination did not take. */
export const RunDetailsDto = RunDto.extend({
  rejections: z.array(z.object({ key: z.record(z.string(), JsonValue), reason: z.string() })),
}).meta({ id: 'RunDetails' });
export type RunDetailsDto = z.output<typeof RunDetailsDto>;

export const RunPageDto = pageOf(RunDto).meta({ id: 'RunPage' });
export type RunPageDto = z.output<typeof RunPageDto>;

export function toRunDto(run: RunShown): RunDto {
  const { id, syncId, syncName, modelId, trigger, status, code, codes, syncVersion, modelVersion } = run;
  return {
    ...{ id, syncId, syncName, modelId, trigger, status, code, codes, syncVersion, modelVersion },
    ...{ counts: run.counts, failure: run.failure, requestedBy: run.requestedBy },
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}

export function toRunDetailsDto(run: RunShown): RunDetailsDto {
  return { ...toRunDto(run), rejections: run.rejections };
}
