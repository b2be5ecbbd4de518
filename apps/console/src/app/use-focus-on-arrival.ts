import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';

/** Whoever goes to another page goes on at its beginning, unless the page itself has put them somewhere. */
export function useFocusOnArrival(): RefObject<HTMLElement | null> {
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        const isThere = main.current?.contains(document.activeElement) ?? false;
        const isElsewhere = document.querySelector('[role=dialog]') !== null;
        if (pathChanged && fromLocation !== undefined && !isThere && !isElsewhere)
          main.current?.focus({ preventScroll: true });
      }),
    [router],
  );
  return main;
}
