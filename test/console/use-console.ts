import type { Browser } from 'playwright-core';
import { PASSWORD, type Place, type Player } from '../e2e/world.ts';
import { consoleWorld, type ConsoleWorld } from './console-world.ts';
import { startBrowser, Visitor, type Scheme, type Size } from './visitor.ts';

/** What the server says to who is not signed in yet. */
export const notSignedIn = [/^401 GET \/api\/v1\/session$/, /^401 POST \/api\/v1\/session\/refresh$/];

const everyLook: [Size, Scheme][] = [
  ['wide', 'light'],
  ['wide', 'dark'],
  ['narrow', 'light'],
  ['narrow', 'dark'],
];
/** Both widths and both schemes, for what lies over a page that is looked at from all sides. */
export const crossed: [Size, Scheme][] = [
  ['wide', 'dark'],
  ['narrow', 'light'],
];

export interface Stage {
  readonly world: ConsoleWorld;
  readonly acme: Place;
  enter(size?: Size): Promise<Visitor>;
  /** Opens an address as a member who has to sign in first. */
  arrive(player: Player, path: string, size?: Size): Promise<Visitor>;
}

/** A running system and a browser for a suite; a test fails when anything went wrong in its browser that it did not expect. */
export function useConsole(): Stage {
  let world: ConsoleWorld;
  let browser: Browser;
  let acme: Place;
  let visitors: Visitor[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
    world = await consoleWorld();
    acme = await world.workspace('acme', 'business');
  }, 120_000);
  afterEach(async () => {
    const mishaps = visitors.flatMap((visitor) => visitor.mishaps());
    await Promise.all(visitors.map((visitor) => visitor.leave()));
    visitors = [];
    if (mishaps.length > 0) throw new Error(`What nobody expected:\n${mishaps.join('\n')}`);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const enter = async (size?: Size): Promise<Visitor> => {
    const visitor = await Visitor.enter(browser, world.origin, size);
    visitors.push(visitor);
    return visitor;
  };
  return {
    get world() {
      return world;
    },
    get acme() {
      return acme;
    },
    enter,
    arrive: async (player, path, size) => {
      const visitor = (await enter(size)).expects(...notSignedIn);
      await visitor.page.goto(path);
      await visitor.signIn(acme.mailOf(player), PASSWORD, acme.slug);
      return visitor;
    },
  };
}

/** Looks at a page from all sides: axe finds nothing, and nothing stands out beyond the window. Leaves it wide and light. */
export async function expectAccessible(visitor: Visitor, name: string, looks = everyLook): Promise<void> {
  const shots = process.env.CONSOLE_SCREENSHOTS;
  for (const [size, scheme] of looks) {
    await visitor.look(size, scheme);
    if (shots) await visitor.page.screenshot({ path: `${shots}/${name}-${size}-${scheme}.png`, fullPage: true });
    const found = { violations: await visitor.accessibilityViolations(), overflow: await visitor.overflow() };
    expect([size, scheme, found]).toEqual([size, scheme, { violations: [], overflow: 0 }]);
  }
  await visitor.look('wide', 'light');
}
