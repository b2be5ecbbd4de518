import { Skeleton, UnstyledButton } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { strings } from '../../../strings/en.ts';
import { approveReach } from './approve-reach.ts';
import { ApproverList } from './ApproverList.tsx';
import { EffectWarnings } from './EffectWarnings.tsx';
import { OfferedCards } from './OfferedCards.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import type { Kind, RoleContent } from './role-content.ts';
import type { Place, RoleEffect } from './role-effect-query.ts';
import classes from './RoleEffectPanel.module.css';
import type { Ends } from './use-ends.ts';
import type { FlagReason } from './without-effect.ts';

const { effect: texts } = strings.roles;
const rights = ['view', 'preview', 'approve', 'run'] as const;

interface Props {
  content: RoleContent;
  effect: RoleEffect | undefined;
  error: unknown;
  isBehind: boolean;
  flags: ReadonlyMap<string, FlagReason>;
  place: Place;
  ends: Ends;
  /** The bar of unsaved changes is there too. */
  isAboveBar: boolean;
  onPlace: (place: Place) => void;
  onRetry: () => void;
}

/** Always in view: what the role as it stands comes to, as the server says. Where there is no room for it, one line that unfolds. */
export function RoleEffectPanel({ content, effect, error, isBehind, ...props }: Props) {
  const { flags, place, ends, isAboveBar, onPlace, onRetry } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <aside
      className={classes.panel}
      data-open={isOpen || undefined}
      data-above-bar={isAboveBar || undefined}
      aria-label={texts.title}
      aria-busy={isBehind}
    >
      <UnstyledButton className={classes.toggle} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span>{effect ? shortOf(effect) : texts.loading}</span>
        <IconChevronUp size={16} aria-label={texts.toggle} />
      </UnstyledButton>
      <div className={classes.inside}>
        <h2 className={classes.title}>{texts.title}</h2>
        <PlaceFields place={place} ends={ends} onChange={onPlace} />
        {Boolean(error) && <ProblemNotice error={error} onRetry={onRetry} />}
        {!effect && !error && <Skeleton height={240} />}
        {effect && !error && (
          <>
            <div role="status">
              <OfferedCards options={effect.saveOptions} />
            </div>
            <EffectWarnings flags={flags} nameOf={ends.nameOf} />
            <dl className={classes.rights}>
              {rights.map((right) => (
                <div key={right} data-held={effect[right] || undefined}>
                  <dt>{texts.rights[right]}</dt>
                  <dd>{effect[right] ? texts.yes : texts.no}</dd>
                </div>
              ))}
            </dl>
            <p className={classes.text}>
              {texts.canApprove(reachOf(content, 'sources'), reachOf(content, 'destinations'))}
            </p>
            <ApproverList approvers={effect.approvers} />
          </>
        )}
      </div>
    </aside>
  );
}

const shortOf = ({ saveOptions: { actions, code } }: RoleEffect): string =>
  code === null
    ? texts.short(actions.map((action) => strings.drafts.save.actions[action].title).join(' · '))
    : texts.noneShort;

function reachOf(content: RoleContent, kind: Kind): string {
  const { everywhere, named } = approveReach(content[kind]);
  if (everywhere) return named === 0 ? texts.reach.all(kind) : texts.reach.allBut(kind, named);
  return named === 0 ? texts.reach.none(kind) : texts.reach.some(kind, named);
}
