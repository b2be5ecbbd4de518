import { IconBan } from '@tabler/icons-react';
import { strings } from '../../../strings/en.ts';
import classes from './RoleEffectPanel.module.css';
import type { RoleEffect } from './role-effect-query.ts';

const cards = strings.drafts.save.actions;
const { effect: texts } = strings.roles;

/** The save dialog's choices as a member with the role would see them, or why there are none. */
export function OfferedCards({ options }: { options: RoleEffect['saveOptions'] }) {
  if (options.code !== null) {
    return (
      <p className={classes.none}>
        <IconBan size={16} aria-hidden /> {texts.none[options.code]}
      </p>
    );
  }
  return (
    <ul className={classes.cards}>
      {options.actions.map((action) => (
        <li key={action} className={classes.card}>
          <span className={classes.cardTitle}>{cards[action].title}</span>
          <span className={classes.cardDetail}>{cards[action].detail}</span>
        </li>
      ))}
    </ul>
  );
}
