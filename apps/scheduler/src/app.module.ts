import { Module, type Provider } from '@nestjs/common';
import { GateRepository } from './persistence/gate.repository.ts';
import { LeasesRepository } from './persistence/leases.repository.ts';
import { OldRunsRepository } from './persistence/old-runs.repository.ts';
import { PinnedVersionsRepository } from './persistence/pinned-versions.repository.ts';
import { RunsRepository } from './persistence/runs.repository.ts';
import { RunsView } from './persistence/runs.view.ts';
import { SchedulesRepository } from './persistence/schedules.repository.ts';
import { StatesRepository } from './persistence/states.repository.ts';
import { SyncsView } from './persistence/syncs.view.ts';
import { Claims } from './transport/claims.ts';
import { LeaseKeeper } from './transport/lease-keeper.ts';
import { RunWorker } from './transport/run-worker.ts';
import { FinishRun } from './use-cases/finish-run.ts';
import { FireDueSchedules } from './use-cases/fire-due-schedules.ts';
import { ForgetOldRuns } from './use-cases/forget-old-runs.ts';
import { Gate } from './use-cases/gate.ts';
import { HearOfResource } from './use-cases/hear-of-resource.ts';
import { HearOfSync } from './use-cases/hear-of-sync.ts';
import { KeepLease } from './use-cases/keep-lease.ts';
import { ListSchedules } from './use-cases/list-schedules.ts';
import { PrepareRun } from './use-cases/prepare-run.ts';
import { RequestRun } from './use-cases/request-run.ts';
import { SetSchedulePaused } from './use-cases/set-schedule-paused.ts';
import { ShowSchedule } from './use-cases/show-schedule.ts';
import { StartNextRun } from './use-cases/start-next-run.ts';
import { TakeOverLostRun } from './use-cases/take-over-lost-run.ts';

@Module({})
export class SchedulerModule {}

export const schedulerProviders: Provider[] = [
  GateRepository,
  LeasesRepository,
  OldRunsRepository,
  PinnedVersionsRepository,
  RunsRepository,
  SchedulesRepository,
  StatesRepository,
  RunsView,
  SyncsView,
  Gate,
  HearOfResource,
  HearOfSync,
  FireDueSchedules,
  StartNextRun,
  TakeOverLostRun,
  KeepLease,
  PrepareRun,
  FinishRun,
  ForgetOldRuns,
  RequestRun,
  SetSchedulePaused,
  ShowSchedule,
  ListSchedules,
  Claims,
  LeaseKeeper,
  RunWorker,
];
