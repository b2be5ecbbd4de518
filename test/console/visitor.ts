import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { chromiumFlags, chromiumPath } from './chromium.ts';

export const sizes = {
  wide: { width: 1280, height: 800 },
  narrow: { width: 390, height: 844 },
  phone: { width: 360, height: 740 },
} as const;
export type Size = keyof typeof sizes;
export type Scheme = 'light' | 'dark';

/** Everything waits for what it looks for, on machines that may be busy. */
const PATIENCE_MS = 30_000;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const startBrowser = async (): Promise<Browser> =>
  await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags });

/** Somebody with a browser of their own. Whatever goes wrong in it that nobody expected is kept, to fail the test. */
export class Visitor {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #mishaps: string[] = [];
  readonly #expected: RegExp[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.#mishap(`page error: ${error.message}`));
    page.on('console', (message) => {
      // A failed request says so itself, with its address.
      const isFailedRequest = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isFailedRequest) this.#mishap(`console: ${message.text()}`);
    });
    page.on('requestfailed', (request) => {
      // The page itself gives up what it no longer needs.
      const reason = request.failure()?.errorText;
      if (reason !== 'net::ERR_ABORTED') this.#mishap(`${request.method()} ${request.url()}: ${reason}`);
    });
    page.on('response', (response) => {
      if (response.status() < 400) return;
      this.#mishap(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
    });
  }

  static async enter(
    browser: Browser,
    baseURL: string,
    size: Size = 'wide',
    scheme: Scheme = 'light',
  ): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL,
      viewport: sizes[size],
      hasTouch: size === 'phone',
      colorScheme: scheme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Visitor(context, await context.newPage());
  }

  /** What the server refuses in the course of this, such as `401 GET /api/v1/session`. */
  expects(...mishaps: RegExp[]): this {
    this.#expected.push(...mishaps);
    return this;
  }

  /** Fills in the sign-in page that is open. */
  async signIn(email: string, password: string, workspace: string): Promise<void> {
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByLabel('Workspace').fill(workspace);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  heading(name: string | RegExp) {
    return this.page.getByRole('heading', { name });
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** The dialog, once it has taken the focus: it would take it away from what is used in it before. */
  async dialog(name: string | RegExp): Promise<Locator> {
    const dialog = this.page.getByRole('dialog', { name, exact: typeof name === 'string' });
    await dialog.locator(':focus').waitFor({ state: 'attached' });
    return dialog;
  }

  /** Returns once the focus is there, and what is typed goes there: a dialog takes it a moment after it is seen. */
  async holdsFocus(control: Locator): Promise<void> {
    await control.and(this.page.locator(':focus')).waitFor({ state: 'attached' });
  }

  /** Brings the focus to a control that can be used, and waits until it is there. */
  async focus(control: Locator): Promise<void> {
    await control.and(this.page.locator(':not(:disabled)')).focus();
    await this.holdsFocus(control);
  }

  /** Strokes keys while a control holds the focus. */
  async press(control: Locator, ...keys: string[]): Promise<void> {
    await this.focus(control);
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types while a control holds the focus. */
  async type(control: Locator, text: string): Promise<void> {
    await this.focus(control);
    await this.page.keyboard.type(text);
  }

  /** Changes the window and the scheme in place. */
  async look(size: Size, scheme: Scheme): Promise<void> {
    await this.page.setViewportSize(sizes[size]);
    await this.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await this.page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  }

  /** What axe finds wrong with the page as it is now. */
  async accessibilityViolations(): Promise<string[]> {
    // Without frames axe needs no window of its own to gather what it found.
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode().withTags(rules).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
  }

  /** How many pixels the page is wider than its window. */
  async overflow(): Promise<number> {
    return await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }

  mishaps(): string[] {
    return this.#mishaps;
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }

  #mishap(text: string): void {
    if (!this.#expected.some((expected) => expected.test(text))) this.#mishaps.push(text);
  }
}
