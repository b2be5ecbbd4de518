/** What is wrong with where the focus came by Tab, and with what it has left. Runs in the browser, and so refers to nothing outside. */
export function focusSeen(): string[] {
  const memory = window as unknown as { lastStop?: { element: Element; look: string } };
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()} “${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}” ${element.id} ${element.className}`;
  /** A checkbox is drawn by what stands beside it, an editor by what it stands in. */
  const drawnBy = (element: Element): Element[] => {
    const beside = element.matches('[type=checkbox], [type=radio]') ? [...(element.parentElement?.children ?? [])] : [];
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const around: Element[] = [];
    for (let each = element.parentElement; each !== null && around.length < 3; each = each.parentElement)
      around.push(each);
    return [element, ...beside, ...labels, ...labels.flatMap((label) => [...label.children]), ...around];
  };
  const lookOf = (element: Element): string =>
    [...drawnBy(element).map((each) => getComputedStyle(each)), getComputedStyle(element, '::after')]
      .map((style) => [
        style.outlineStyle === 'none' ? 'none' : `${style.outlineWidth} ${style.outlineColor}`,
        style.boxShadow,
        style.borderTopColor,
      ])
      .join();

  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  const wrong: string[] = [];
  const stop = memory.lastStop;
  const element = document.activeElement;
  if (stop?.element.isConnected) {
    if (stop.element === element) wrong.push(`Tab does not leave ${nameOf(stop.element)}`);
    else if (stop.look === lookOf(stop.element)) wrong.push(`focus is not seen on ${nameOf(stop.element)}`);
  }
  for (const ordered of document.querySelectorAll('[tabindex]')) {
    if (Number(ordered.getAttribute('tabindex')) > 0) wrong.push(`a tabindex of its own has ${nameOf(ordered)}`);
  }
  if (element === null || element === document.body) delete memory.lastStop;
  else memory.lastStop = { element, look: lookOf(element) };
  return wrong;
}

/** Something else than Tab has led elsewhere. */
export function forgetStop(): void {
  delete (window as unknown as { lastStop?: unknown }).lastStop;
}
