import type { SyncContent } from './contents.ts';
import { endsOf, publishedOf, type Governed, type Resource } from './governed.ts';
import type { Answer, Plan } from './plan.ts';
import { runs } from './rights.ts';
import { isSatisfied, lacksColumn, unseen, Verdict } from './verdicts.ts';

/** §6: every code that applies, in the order of the table. */
export function gateCodes(governed: Governed, sync: Resource): string[] {
  const version = publishedOf(sync);
  const content = (version ?? sync.draft)!.content as SyncContent;
  const model = governed.resource(content.model);
  const itsVersion = publishedOf(model);
  const lacks = version !== null && itsVersion !== null && lacksColumn(version.content, itsVersion.content);
  const waits = version?.binding != null && !isSatisfied(governed, version.binding);
  const held = governed.settings.modelDraftPolicy === 'hold' && model.draft !== null;
  const table: [string, boolean][] = [
    ['SYNC_PAUSED', sync.paused],
    ['SYNC_NOT_PUBLISHED', version === null],
    ['MODEL_DELETED', model.deleted],
    ['MODEL_NOT_PUBLISHED', itsVersion === null],
    ['MODEL_HAS_UNPUBLISHED_CHANGES', held],
    ['BINDING_MISMATCH', waits || lacks],
  ];
  return table.filter(([, applies]) => applies).map(([code]) => code);
}

export function planRun(governed: Governed, by: string, sync: Resource): Plan {
  const role = governed.roleOf(by);
  const verdict = new Verdict().hide(unseen(sync, role)).refuse(!runs(role, [endsOf(sync)]), 'rights.missing');
  const refused = verdict.refusals.length > 0;
  const codes = refused ? [] : gateCodes(governed, sync);
  verdict.refuse(codes.length > 0, 'run.refused');
  const pinned = (): { syncVersion: number | null; modelVersion: number | null } => {
    const version = publishedOf(sync)!;
    const { model } = version.content as SyncContent;
    return { syncVersion: version.version, modelVersion: publishedOf(governed.resource(model))!.version };
  };
  return {
    by,
    says: `${by} runs ${sync.name}`,
    request: { method: 'POST', path: '/runs', body: { syncId: governed.idOf(sync.name) } },
    refusals: verdict.refusals,
    wrongAnswer: ({ body }: Answer) => {
      const told = (body.details?.codes ?? []) as string[];
      if (codes.length === 0 || told.join() === codes.join()) return null;
      return `the run is refused with ${told.join(', ')} and not with ${codes.join(', ')}`;
    },
    accepted: () => governed.runs.push({ sync: sync.name, status: 'ended', codes: [], ...pinned() }),
    refused: () => {
      if (codes.length > 0)
        governed.runs.push({ sync: sync.name, status: 'refused', codes, syncVersion: null, modelVersion: null });
    },
  };
}

export function planPause(governed: Governed, by: string, sync: Resource, paused: boolean): Plan {
  const role = governed.roleOf(by);
  const verdict = new Verdict().hide(unseen(sync, role)).refuse(!runs(role, [endsOf(sync)]), 'rights.missing');
  return {
    by,
    says: `${by} ${paused ? 'pauses' : 'resumes'} ${sync.name}`,
    request: {
      method: 'POST',
      path: `/schedules/${governed.idOf(sync.name)}/${paused ? 'pause' : 'resume'}`,
      body: {},
    },
    refusals: verdict.refusals,
    accepted: () => {
      sync.paused = paused;
    },
  };
}
