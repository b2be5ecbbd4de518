import { useCallback, useMemo, useState } from 'react';

interface Held<Seen, Content> {
  /** What the server had when the first change was made: what If-Match names. */
  base: Seen;
  content: Content;
}

/** What a page edits: the server's latest while nothing is changed, and from the first change on what was seen then. */
export function useHeldDraft<Seen extends { version: number }, Content>(
  latest: Seen,
  contentOf: (seen: Seen) => Content,
  isSame: (one: Content, another: Content) => boolean,
) {
  const [held, setHeld] = useState<Held<Seen, Content> | null>(null);
  const [discarded, setDiscarded] = useState<Held<Seen, Content> | null>(null);
  const base = held?.base ?? latest;
  const before = useMemo(() => contentOf(base), [base, contentOf]);
  const content = held?.content ?? before;
  const hold = useCallback(
    (onto: Seen, next: Content) => setHeld(isSame(contentOf(onto), next) ? null : { base: onto, content: next }),
    [contentOf, isSame],
  );
  return {
    base,
    before,
    content,
    isUnsaved: held !== null,
    /** Somebody else has saved since the first change was made. */
    isOvertaken: held !== null && held.base.version !== latest.version,
    change: (next: Content): void => {
      setDiscarded(null);
      hold(base, next);
    },
    /** Goes on from what somebody else has saved. */
    goOn: (next: Content): void => hold(latest, next),
    discard: (): void => {
      setDiscarded(held);
      setHeld(null);
    },
    /** Takes the last discarding back. */
    undo: discarded === null ? undefined : () => (setHeld(discarded), setDiscarded(null)),
    /** What was held is the server's now. */
    release: (): void => setHeld(null),
  };
}
