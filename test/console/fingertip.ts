export interface Misfit {
  control: string;
  why: string;
}

/** What a finger could not hit of the page, or of the dialog over it. Runs in the browser, and so refers to nothing outside. */
export function fingertip(): Misfit[] {
  const SMALLEST = 24;
  const controls =
    'button, a[href], input, select, textarea, [role=tab], [role=switch], [role=option], [role=menuitem], [contenteditable=true]';
  const over = [...document.querySelectorAll('[role=dialog]')].filter((dialog) => dialog.checkVisibility()).pop();
  const misfits: Misfit[] = [];
  const y = window.scrollY;

  /** A field may be drawn by its label, such as a switch. */
  const bodiesOf = (control: Element): Element[] => [
    control,
    ...(control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []),
  ];
  const isSeen = (element: Element): boolean => {
    const { width, height, right } = element.getBoundingClientRect();
    return (
      width > 1 &&
      height > 1 &&
      right > 0 &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  };
  const isInText = (control: Element): boolean =>
    control instanceof HTMLAnchorElement && getComputedStyle(control).display === 'inline';
  const nameOf = (control: Element): string =>
    `${control.tagName.toLowerCase()} ${control.getAttribute('aria-label') ?? ''} ${control.textContent.slice(0, 60)} ${control.className}`;

  for (const control of (over ?? document).querySelectorAll(controls)) {
    if (control.matches(':disabled, [type=hidden], [aria-hidden=true] *, [aria-disabled=true]')) continue;
    const bodies = bodiesOf(control).filter(isSeen);
    const [body] = bodies;
    if (body === undefined) continue;
    const boxes = bodies.map((each) => each.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    if (!isInText(control) && (Math.round(width) < SMALLEST || Math.round(height) < SMALLEST)) {
      misfits.push({ control: nameOf(control), why: `is ${Math.round(width)} × ${Math.round(height)}` });
    }
    body.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const box = isInText(control) ? body.getClientRects()[0]! : body.getBoundingClientRect();
    const atX = (Math.max(box.left, 0) + Math.min(box.right, window.innerWidth)) / 2;
    const atY = (Math.max(box.top, 0) + Math.min(box.bottom, window.innerHeight)) / 2;
    const hit = document.elementFromPoint(atX, atY);
    if (bodies.some((each) => each.contains(hit))) continue;
    const cover = hit === null ? 'nothing' : nameOf(hit);
    misfits.push({ control: nameOf(control), why: `at ${Math.round(atX)}, ${Math.round(atY)} lies under ${cover}` });
  }
  window.scrollTo({ top: y, behavior: 'instant' });
  return misfits;
}
