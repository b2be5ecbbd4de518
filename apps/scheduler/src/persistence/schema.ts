import { ConnectionStateRow } from './connection-state.row.ts';
import { EndpointStateRow } from './endpoint-state.row.ts';
import { CreateProjections1764000000001 } from './migrations/1764000000001-create-projections.ts';
import { CreateSchedule1764000000002 } from './migrations/1764000000002-create-schedule.ts';
import { CreateRun1764000000003 } from './migrations/1764000000003-create-run.ts';
import { CreatePinnedVersion1764000000004 } from './migrations/1764000000004-create-pinned-version.ts';
import { CountLostWorkers1764000000005 } from './migrations/1764000000005-count-lost-workers.ts';
import { IndexEndedRuns1764000000006 } from './migrations/1764000000006-index-ended-runs.ts';
import { IndexRunsByModel1764000000007 } from './migrations/1764000000007-index-runs-by-model.ts';
import { ModelStateRow } from './model-state.row.ts';
import { PinnedVersionRow } from './pinned-version.row.ts';
import { RunRow } from './run.row.ts';
import { ScheduleRow } from './schedule.row.ts';
import { SyncStateRow } from './sync-state.row.ts';

export const schedulerEntities = [
  ModelStateRow,
  SyncStateRow,
  EndpointStateRow,
  ConnectionStateRow,
  ScheduleRow,
  RunRow,
  PinnedVersionRow,
];

export const ownMigrations = [
  CreateProjections1764000000001,
  CreateSchedule1764000000002,
  CreateRun1764000000003,
  CreatePinnedVersion1764000000004,
  CountLostWorkers1764000000005,
  IndexEndedRuns1764000000006,
  IndexRunsByModel1764000000007,
];
