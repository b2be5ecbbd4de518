import { useRef } from 'react';
import { newKey } from './new-key.ts';

/** An Idempotency-Key for each thing somebody means to do: the same while they send the same again, another for anything else. */
export function useKeyFor(): (what: unknown) => string {
  const held = useRef({ what: '', key: '' });
  return (what) => {
    const text = JSON.stringify(what);
    if (held.current.what !== text) held.current = { what: text, key: newKey() };
    return held.current.key;
  };
}
