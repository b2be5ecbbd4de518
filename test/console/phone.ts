import type { Locator, Page } from 'playwright-core';
import { fingertip, type Misfit } from './fingertip.ts';
import type { Visitor } from './visitor.ts';

type Name = string | RegExp;

export const HOSTILE = '<img src=x onerror=alert(1)> \u202Etxet 🦊';
/** As long as a comment or a description may be; names are its beginning. */
export const LONG = `${HOSTILE} ${'waytoolongforaphone'.repeat(20)} ${'שלום <b>וגם</b> '.repeat(240)}`.slice(0, 4_000);

/** The hand of a visitor who taps on a small window, and the eye that finds what a finger could not do there. */
export class Phone {
  readonly page: Page;
  #screens = 0;

  constructor(
    readonly visitor: Visitor,
    private readonly owner: string,
  ) {
    this.page = visitor.page;
  }

  button(name: Name): Locator {
    return this.visitor.button(name);
  }

  found(target: Name | Locator): Locator {
    return typeof target === 'string' || target instanceof RegExp ? this.button(target) : target;
  }

  dialog(name?: Name): Locator {
    return this.page.getByRole('dialog', name === undefined ? {} : { name });
  }

  async shows(text: Name): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async tap(target: Name | Locator): Promise<void> {
    await this.found(target).tap();
  }

  /** The button of a dialog that confirms what the one of the page asked for. */
  async confirm(name: Name): Promise<void> {
    await this.tap(name);
    await this.dialog().getByRole('button', { name }).last().tap();
  }

  async fill(label: Name, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: typeof label === 'string' }).fill(text);
  }

  async choose(field: string, typed: string, option: Name = typed): Promise<void> {
    const box = this.page.getByRole('combobox', { name: field });
    await this.#settled();
    await box.tap();
    await box.fill(typed);
    await this.page
      .getByRole('option', { name: option, exact: option !== typed })
      .first()
      .tap();
  }

  async write(query: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Query' }).tap();
    await this.page.locator('.cm-editor.cm-focused').waitFor();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(query);
  }

  /** A dialog takes the focus a moment after it is seen, and what had opened under a field is closed by that. */
  async #settled(): Promise<void> {
    await this.page.waitForFunction(() => {
      const dialog = [...document.querySelectorAll('[aria-modal=true]')].at(-1);
      return dialog === undefined || dialog.contains(document.activeElement);
    });
  }

  /** Counts the screens it was looked at, so that their pictures stand in order. */
  nextScreen(name: string): string {
    this.#screens += 1;
    return `${this.owner}-${String(this.#screens).padStart(2, '0')}-${name}`;
  }
}

/** Nothing is wider than the window; each control is large enough for a finger and comes out from under what is fixed. */
export async function expectFits(phone: Phone, name: string, primary?: Name | Locator): Promise<void> {
  if (primary !== undefined) await phone.found(primary).waitFor();
  const at = phone.nextScreen(name);
  const shots = process.env.CONSOLE_SCREENSHOTS;
  if (shots) await phone.page.screenshot({ path: `${shots}/phone-${at}.png`, fullPage: true });
  const misfits: Misfit[] = await phone.page.evaluate(fingertip);
  const overflow = await phone.visitor.overflow();
  expect([at, { overflow, misfits }]).toEqual([at, { overflow: 0, misfits: [] }]);
}
