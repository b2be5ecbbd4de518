import { Tabs } from '@mantine/core';
import type { Ref } from 'react';
import type { ChangeTour } from '../../components/changes/change-tour.ts';
import { ChangeTourBar } from '../../components/changes/ChangeTourBar.tsx';
import { strings } from '../../strings/en.ts';
import { Activity } from './Activity.tsx';
import { activityOf } from './activity-of.ts';
import { visibleItems } from './going-live.ts';
import { ItemChanges } from './ItemChanges.tsx';
import { Preview } from './Preview.tsx';
import type { ApprovalRequest } from './request-query.ts';
import classes from './Review.module.css';

export type Part = 'changes' | 'preview' | 'activity';

interface Props {
  request: ApprovalRequest;
  part: Part;
  onPart: (part: Part) => void;
  commentRef: Ref<HTMLTextAreaElement>;
  tour: ChangeTour;
}

const { approvals } = strings;

/** What changes, the rows that it finds, and what was said about it. */
export function ReviewParts({ request, part, onPart, commentRef, tour }: Props) {
  const activity = activityOf(request);
  const hasModel = visibleItems(request).some(({ kind }) => kind === 'model');
  return (
    <Tabs
      value={part === 'preview' && !hasModel ? 'changes' : part}
      onChange={(value) => onPart(value as Part)}
      className={classes.main}
      keepMounted
    >
      <div className={classes.parts}>
        <Tabs.List aria-label={approvals.parts} className={classes.tabs}>
          <Tabs.Tab value="changes">{approvals.changes(request.items.length)}</Tabs.Tab>
          {hasModel && <Tabs.Tab value="preview">{approvals.preview.title}</Tabs.Tab>}
          <Tabs.Tab value="activity">{approvals.activity(activity.length)}</Tabs.Tab>
        </Tabs.List>
        {part === 'changes' && <ChangeTourBar tour={tour} />}
      </div>
      <Tabs.Panel value="changes" pt="md">
        {request.items.map((item, index) => (
          <ItemChanges key={item.visible ? item.resourceId : index} item={item} request={request} />
        ))}
      </Tabs.Panel>
      {hasModel && (
        <Tabs.Panel value="preview" pt="md">
          <Preview request={request} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="activity" pt="md">
        <Activity requestId={request.id} entries={activity} commentRef={commentRef} />
      </Tabs.Panel>
    </Tabs>
  );
}
