import { Fragment } from 'react';
import classes from './Mail.module.css';

/** An address on a line of its own; where that is too short, it goes on below before an @ or a dot. */
export function MailAddress({ address }: { address: string }) {
  return (
    <span className={classes.address}>
      {address.split(/(?=[@.])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
