import { IconCheck, IconClock, IconMinus, IconX } from '@tabler/icons-react';
import { strings } from '../../strings/en.ts';
import classes from './DecisionAside.module.css';
import { personOf } from './person-of.ts';
import type { ApprovalRequest } from './request-query.ts';

const texts = strings.approvals.decision;

/** Who was asked and who has voted; who votes without having been asked counts as much. */
export function ReviewerList({ request }: { request: ApprovalRequest }) {
  const { votes, reviewers, status } = request;
  const isAwaited = status === 'pending';
  const voters = votes.map(({ memberId, counts }) => ({
    memberId,
    icon: IconCheck,
    tone: counts ? 'var(--tone-green)' : 'var(--tone-red)',
    word: counts ? texts.voted : texts.voteLost,
  }));
  const asked = reviewers
    .filter(({ memberId }) => !votes.some((vote) => vote.memberId === memberId))
    .map(({ memberId, canAct }) => ({
      memberId,
      icon: isAwaited ? (canAct ? IconClock : IconX) : IconMinus,
      tone: 'var(--mantine-color-dimmed)',
      word: isAwaited ? (canAct ? texts.awaited : texts.cannotAct) : texts.asked,
    }));
  const people = [...voters, ...asked];
  if (people.length === 0) return <p className={classes.quiet}>{texts.noReviewers}</p>;
  return (
    <ul>
      {people.map(({ memberId, icon: Icon, tone, word }) => (
        <li key={memberId} className={classes.person}>
          <Icon size={14} color={tone} aria-hidden />
          <bdi>{personOf(request, memberId)}</bdi> <span className={classes.quiet}>{word}</span>
        </li>
      ))}
    </ul>
  );
}
