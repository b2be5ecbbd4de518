import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconEyeOff } from '@tabler/icons-react';
import { use, useEffect, useId, useState } from 'react';
import { ChangeTourContext } from '../../components/changes/change-tour.ts';
import { ChangeList } from '../../components/changes/ChangeList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { strings } from '../../strings/en.ts';
import type { ApprovalRequest, RequestItem } from './request-query.ts';
import { isOpen } from './request-status.ts';
import classes from './ItemChanges.module.css';

const { approvals } = strings;

/** One item of a request and what changes about it; folded away by who has seen it. */
export function ItemChanges({ item, request }: { item: RequestItem; request: ApprovalRequest }) {
  const [open, setOpen] = useState(true);
  const tour = use(ChangeTourContext);
  const body = useId();
  // What is folded away is no stop of the tour through the changes.
  useEffect(() => tour?.recount(), [tour, open]);
  if (!item.visible) {
    return (
      <p className={classes.hidden}>
        <IconEyeOff size={16} aria-hidden /> {approvals.hiddenItem}
      </p>
    );
  }
  // What was published or dropped is behind by nature.
  const isStale = item.staleNow && isOpen(request);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.item}>
      <h2 className={classes.heading}>
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <Chevron size={16} aria-hidden />
          <span className={classes.kind}>{approvals[item.kind]}</span>
          <bdi className={classes.name}>{item.name}</bdi>
          <span className={classes.version}>
            {approvals.versions(item.baseVersion, request.status === 'published')}
          </span>
        </UnstyledButton>
        {isStale && <StatusBadge status="stale" />}
      </h2>
      <div id={body} hidden={!open}>
        {isStale && <p className={classes.stale}>{approvals.staleItem(item.baseVersion)}</p>}
        {item.changes.length === 0 ? (
          <p>{approvals.noChanges}</p>
        ) : (
          <ChangeList changes={item.changes} query={'query' in item.content ? item.content.query : undefined} />
        )}
      </div>
    </section>
  );
}
