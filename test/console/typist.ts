import type { Locator, Page } from 'playwright-core';
import { PASSWORD, type Player } from '../e2e/world.ts';
import { focusSeen, forgetStop } from './focus-seen.ts';
import { notSignedIn, type Stage } from './use-console.ts';
import type { Visitor } from './visitor.ts';

type Name = string | RegExp;
type Role = Parameters<Page['getByRole']>[0];

/** More stops than any page has between two controls that are needed one after the other. */
const MOST_STOPS = 90;

/** The hands of a visitor who has no mouse: whatever is pressed goes to where Tab has led before. */
export class Typist {
  readonly page: Page;

  constructor(readonly visitor: Visitor) {
    this.page = visitor.page;
  }

  /** Signs in on the way to an address, which it leads to. */
  static async sitDown({ acme, enter }: Stage, player: Player, path: string): Promise<Typist> {
    const typist = new Typist((await enter()).expects(...notSignedIn));
    await typist.page.goto(path);
    await typist.write('Email', acme.mailOf(player));
    await typist.write('Password', PASSWORD);
    await typist.write('Workspace', acme.slug);
    await typist.press('Enter');
    return typist;
  }

  the(role: Role, name: Name): Locator {
    return this.page.getByRole(role, { name, exact: typeof name === 'string' });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Tabs until the focus is there. It is seen at each stop, and caught at none. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.first().waitFor({ state: 'attached' });
    const isThere = (): Promise<boolean> =>
      target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
    const wrong = new Set<string>();
    let stops = 0;
    for (; stops < MOST_STOPS && !(await isThere()); stops += 1) {
      await this.press(key);
      for (const each of await this.page.evaluate(focusSeen)) wrong.add(each);
    }
    const place = await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    if (!(await isThere())) throw new Error(`After ${stops} stops not at ${String(target)}, but at ${place}`);
    expect([...wrong]).toEqual([]);
  }

  async activate(role: Role, name: Name, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.tabTo(this.the(role, name), key);
    await this.press('Enter');
  }

  async toggle(role: Role, name: Name): Promise<void> {
    await this.tabTo(this.the(role, name));
    await this.press('Space');
  }

  async write(label: Name, text: string): Promise<void> {
    await this.tabTo(this.page.getByLabel(label, { exact: typeof label === 'string' }));
    await this.press('Control+a');
    await this.page.keyboard.type(text);
  }

  /** Types into a field that completes, and goes down to the option it offers. */
  async choose(field: Name, typed: string, option: Name = typed): Promise<void> {
    const box = this.the('combobox', field);
    await this.tabTo(box);
    await this.press('Control+a');
    await this.page.keyboard.type(typed);
    const wanted = this.the('option', option).first();
    await wanted.waitFor();
    const isMarked = async (): Promise<boolean> =>
      (await box.getAttribute('aria-activedescendant')) === (await wanted.getAttribute('id'));
    for (let presses = 0; presses < 20 && !(await isMarked()); presses += 1) await this.press('ArrowDown');
    expect([String(option), await isMarked()]).toEqual([String(option), true]);
    await this.press('Enter');
  }

  /** Picks from a list of the browser's own by the beginning of a word. */
  async pick(label: Name, typed: string): Promise<void> {
    await this.tabTo(this.page.getByLabel(label, { exact: typeof label === 'string' }));
    await this.page.keyboard.type(typed);
  }

  /** Goes along a group of radios or tabs, which is one stop, to the one of that name. */
  async arrowTo(role: 'radio' | 'tab', name: Name, key = 'ArrowDown'): Promise<void> {
    const wanted = this.the(role, name);
    const isThere = (): Promise<boolean> => wanted.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 8 && !(await isThere()); presses += 1) await this.press(key);
    expect([String(name), await isThere()]).toEqual([String(name), true]);
    await this.page.evaluate(forgetStop);
  }

  /** Goes by the palette to the first thing that is called so. */
  async goTo(typed: string, found: Name): Promise<void> {
    await this.press('Control+k');
    await this.page.getByLabel('Search or do something').and(this.page.locator(':focus')).waitFor();
    await this.page.keyboard.type(typed);
    await this.the('dialog', 'Search')
      .getByText(found, { exact: typeof found === 'string' })
      .first()
      .waitFor();
    await this.press('Enter');
  }

  /** A dialog has opened, and taken the focus into it. */
  async isAsked(title: Name): Promise<Locator> {
    const dialog = this.the('dialog', title);
    await dialog
      .locator(':focus')
      .or(dialog.and(this.page.locator(':focus')))
      .first()
      .waitFor({ state: 'attached' });
    return dialog;
  }

  async opens(title: Name): Promise<void> {
    await this.page.getByRole('heading', { name: title, exact: typeof title === 'string', level: 1 }).waitFor();
  }

  async shows(text: Name): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Where the work goes on: the focus was brought there. */
  async isAt(text: Name): Promise<void> {
    await this.page.locator(':focus').filter({ hasText: text }).waitFor();
  }

  async isOn(role: Role, name: Name): Promise<void> {
    await this.the(role, name).and(this.page.locator(':focus')).waitFor();
  }

  /** The focus is somewhere, and on what is there. */
  async isSomewhere(): Promise<void> {
    await this.page.waitForFunction(
      () => ![null, document.body].includes(document.activeElement as HTMLElement | null),
    );
  }
}
