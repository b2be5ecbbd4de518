import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './Said.module.css';

interface Props {
  /** What was done, in words; nothing while there is nothing to say. */
  children: string;
  /** Takes it back, or leads on. */
  action?: ReactNode;
}

/** What was just done, where the focus goes once the dialog or button that did it is gone. */
export function Said({ children, action }: Props) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (children !== '') line.current?.focus();
  }, [children]);
  return (
    <div className={children === '' ? undefined : classes.said}>
      {children !== '' && <IconCheck className={classes.icon} size={16} aria-hidden />}
      <p ref={line} role="status" tabIndex={-1} className={classes.text}>
        {children}
      </p>
      {action}
    </div>
  );
}
