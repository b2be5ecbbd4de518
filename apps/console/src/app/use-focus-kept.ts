import { useEffect } from 'react';

const MOST_STOPS = 30;

/** Whoever was on what is taken away, or on what rests while it works, goes on at the last place they had been before, unless something else asks for them. */
export function useFocusKept(): void {
  useEffect(() => {
    let stops: HTMLElement[] = [];
    const arrive = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement)
        stops = [...stops.filter((each) => each !== target), target].slice(-MOST_STOPS);
    };
    const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;
    /** A click beside everything leaves what was focused on purpose. */
    const leave = (): void => {
      if (isNowhere()) stops = [];
    };
    const keep = (): void => {
      const last = stops.at(-1);
      if (last === undefined || !isNowhere() || isResting(last)) return;
      const dialog = [...document.querySelectorAll<HTMLElement>('[aria-modal=true]')].at(-1);
      const room = dialog ?? document.body;
      const before = stops.findLast((each) => room.contains(each) && each.checkVisibility() && !isResting(each));
      const beginning = dialog?.querySelector<HTMLElement>('[data-autofocus]') ?? dialog;
      (before ?? beginning ?? document.getElementById('main'))?.focus();
    };
    const observer = new MutationObserver(() => {
      if (isNowhere()) requestAnimationFrame(keep);
    });
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', arrive);
    document.addEventListener('pointerup', leave);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', arrive);
      document.removeEventListener('pointerup', leave);
    };
  }, []);
}

const isResting = (element: HTMLElement): boolean => element.isConnected && element.matches(':disabled');
