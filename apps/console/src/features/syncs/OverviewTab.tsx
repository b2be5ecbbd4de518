import { useQuery } from '@tanstack/react-query';
import type { Sync } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { ChangeList } from '../../components/changes/ChangeList.tsx';
import { FlowPicture } from '../../components/flow/FlowPicture.tsx';
import { RunNow } from '../../components/run-now/RunNow.tsx';
import { changesBetween } from '../../components/saving/changes-between.ts';
import { strings } from '../../strings/en.ts';
import { SyncAbout } from './SyncAbout.tsx';
import classes from './SyncPage.module.css';

const { page: texts } = strings.syncs;

/** The way of the rows, what a draft would change of it, and what it is for. */
export function OverviewTab({ sync }: { sync: Sync }) {
  return (
    <div className={classes.overview}>
      <section aria-labelledby="flow">
        <div className={classes.flow}>
          <h2 id="flow" className={classes.heading}>
            {texts.flow}
          </h2>
          {sync.published !== null && <RunNow syncId={sync.id} />}
        </div>
        <FlowPicture scope={{ syncId: sync.id }} />
      </section>
      {sync.draft !== null && sync.published !== null && <DraftChanges sync={sync} />}
      <SyncAbout sync={sync} />
    </div>
  );
}

function DraftChanges({ sync: { draft, published, ends } }: { sync: Sync }) {
  const timeZone = useQuery(sessionQuery).data?.workspace.settings.timeZone;
  if (draft === null || published === null) return null;
  const changes = changesBetween(published.content, draft.content, { ends: [ends, draft.ends], timeZone });
  return (
    <section aria-labelledby="draft-changes">
      <h2 id="draft-changes" className={classes.heading}>
        {texts.draftChanges}
      </h2>
      {changes.length === 0 ? <p>{texts.draftSame}</p> : <ChangeList changes={changes} />}
    </section>
  );
}
