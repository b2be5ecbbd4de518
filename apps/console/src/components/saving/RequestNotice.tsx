import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { requestQuery } from '../../api/request-query.ts';
import type { Model, Sync } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { ButtonLink } from '../links/ButtonLink.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { Notice } from './Notice.tsx';
import classes from './Notice.module.css';
import { usePeople } from './use-people.ts';
import { useWithdrawal } from './use-withdrawal.ts';

const { request: texts } = strings.drafts;

/** On what is in review: who asked, when, whose decision is awaited, and the way there. Nothing where no request is open. */
export function RequestNotice({ resource }: { resource: Model | Sync }) {
  const request = resource.draft?.request;
  return request ? <OpenRequest name={resource.name} request={request} /> : null;
}

type Asked = NonNullable<NonNullable<Model['draft']>['request']>;

function OpenRequest({ name, request: { id, number, submittedBy, submittedAt } }: { name: string; request: Asked }) {
  const { ownId, calledOf, namesOf } = usePeople();
  const isThere = number !== null;
  const request = useQuery({ ...requestQuery(id), enabled: isThere }).data;
  const [isAsking, setIsAsking] = useState(false);
  const withdrawal = useWithdrawal(id, () => setIsAsking(false));
  const voted = new Set(request?.votes.map(({ memberId }) => memberId));
  const awaited = request?.reviewers.filter(({ memberId, canAct }) => canAct && !voted.has(memberId)) ?? [];
  const isMine = submittedBy === ownId;
  return (
    <Notice
      tone="amber"
      icon={IconClock}
      label={texts.label}
      actions={
        <>
          {isMine && request?.decision.mayWithdraw && (
            <Button variant="default" size="xs" onClick={() => setIsAsking(true)}>
              {texts.withdraw}
            </Button>
          )}
          {isThere && (
            <ButtonLink to="/approvals/$requestId" params={{ requestId: id }} variant="default" size="xs">
              {texts.view}
            </ButtonLink>
          )}
        </>
      }
    >
      <p className={classes.title}>
        {isThere ? texts.asked(calledOf(submittedBy), number) : texts.beingCreated(calledOf(submittedBy))}{' '}
        <RelativeTime at={submittedAt} />
      </p>
      {isThere && awaited.length > 0 && <p>{texts.awaited(namesOf(awaited.map(({ memberId }) => memberId)))}</p>}
      {isAsking && (
        <ConfirmDialog
          title={texts.withdrawTitle}
          action={texts.withdrawTitle}
          isPending={withdrawal.isPending}
          error={withdrawal.error}
          onConfirm={() => withdrawal.mutate()}
          onClose={() => setIsAsking(false)}
        >
          {texts.withdrawDetail(name)}
        </ConfirmDialog>
      )}
    </Notice>
  );
}
