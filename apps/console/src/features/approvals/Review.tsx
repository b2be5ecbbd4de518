import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { sessionQuery } from '../../api/session-query.ts';
import { useDiffView } from '../../components/changes/diff-view.ts';
import { ChangeTour, ChangeTourContext } from '../../components/changes/change-tour.ts';
import { Notice } from '../../components/saving/Notice.tsx';
import { useShortcuts } from '../../components/shortcuts/use-shortcuts.ts';
import { strings } from '../../strings/en.ts';
import { DecisionAside } from './DecisionAside.tsx';
import type { Asking } from './DecisionBar.tsx';
import { overtakenText, type Overtaken } from './overtaken.ts';
import type { ApprovalRequest } from './request-query.ts';
import classes from './Review.module.css';
import { ReviewDialogs } from './ReviewDialogs.tsx';
import { ReviewHeader } from './ReviewHeader.tsx';
import { ReviewParts, type Part } from './ReviewParts.tsx';
import { StateNotice } from './StateNotice.tsx';
import { Story } from './Story.tsx';

const { approvals } = strings;
const { shortcuts } = approvals;

interface Ending {
  sayingIn: RefObject<HTMLElement | null>;
}

export function Review({ request }: { request: ApprovalRequest }) {
  const ownId = useQuery(sessionQuery).data?.member.id;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [part, setPart] = useState<Part>('changes');
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  const [tour] = useState(() => new ChangeTour());
  const [view, setView] = useDiffView();
  const story = useRef<HTMLParagraphElement>(null);
  const notice = useRef<HTMLElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);

  const [ended, setEnded] = useState<Ending | null>(null);
  const end = (overtakenBy: Overtaken | null): void => {
    setAsking(null);
    setOvertaken(overtakenBy);
    setEnded({ sayingIn: overtakenBy === null ? story : notice });
  };
  const ends = { onDecided: () => end(null), onOvertaken: end };
  // The work goes on where it says what happened, once that stands there and the dialog is gone.
  useEffect(() => {
    if (ended === null) return;
    const frame = requestAnimationFrame(() => ended.sayingIn.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [ended]);
  const goTo = (step: 1 | -1) => (): void => {
    setPart('changes');
    requestAnimationFrame(() => tour.go(step));
  };
  const writeComment = (): void => {
    setPart('activity');
    requestAnimationFrame(() => comment.current?.focus());
  };
  useShortcuts(shortcuts.title, [
    { keys: 'n', says: shortcuts.next, run: goTo(1) },
    { keys: 'p', says: shortcuts.previous, run: goTo(-1) },
    { keys: 'u', says: shortcuts.view, run: () => setView(view === 'split' ? 'unified' : 'split') },
    { keys: 'c', says: shortcuts.comment, run: writeComment },
    ...(request.decision.mayApprove && asking === null
      ? [{ keys: 'mod+Enter', says: shortcuts.approve, run: () => setAsking('approve') }]
      : []),
  ]);
  return (
    <ChangeTourContext value={tour}>
      <ReviewHeader request={request} ownId={ownId} onAsk={setAsking} {...ends} />
      <Story request={request} ownId={ownId} focusRef={story} />
      {overtaken !== null && (
        <Notice focusRef={notice} tone="orange" icon={IconRefresh} title={overtakenText(overtaken, request, ownId)}>
          <p>{approvals.overtaken.notCounted}</p>
        </Notice>
      )}
      <StateNotice request={request} />
      <div className={classes.columns}>
        <ReviewParts request={request} part={part} onPart={setPart} commentRef={comment} tour={tour} />
        <DecisionAside request={request} onChooseReviewers={() => setAsking('reviewers')} />
      </div>
      <ReviewDialogs request={request} ownId={ownId} asking={asking} onClose={() => setAsking(null)} {...ends} />
    </ChangeTourContext>
  );
}
