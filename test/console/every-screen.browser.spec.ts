import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { richWorkspace } from './rich-workspace.ts';
import { screens, type Screen } from './screens.ts';
import { expectAccessible, notSignedIn, useConsole } from './use-console.ts';
import type { Visitor } from './visitor.ts';

const routesFolder = join(import.meta.dirname, '../../apps/console/src/app/routes');
const SMALLEST = { width: 360, height: 740 };

describe('every screen of the console', () => {
  const stage = useConsole();
  let ids: Record<string, string>;
  beforeAll(async () => {
    ids = await richWorkspace(stage.world, stage.acme);
  }, 120_000);

  const addressOf = ({ address }: Screen): string => address.replace(/\$(\w+)/g, (_, name: string) => ids[name]!);
  const look = async (visitor: Visitor, screen: Screen): Promise<void> => {
    const { page } = visitor;
    await page.goto(addressOf(screen));
    await page.locator('h1').first().waitFor();
    await page.getByText(screen.shows).first().waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null);
    await expectAccessible(visitor, screen.name);
    await page.setViewportSize(SMALLEST);
    expect([screen.name, 'at 360 px', await visitor.overflow()]).toEqual([screen.name, 'at 360 px', 0]);
  };

  it('stands in the table of screens', () => {
    const unseen = routes().filter((route) => !screens.some(({ address }) => routeOf(address) === route));
    expect(unseen).toEqual([]);
  });

  it(`is for all to use: ${screens.length} screens × 2 schemes × 2 widths, and as narrow as 360 px`, async () => {
    const wrong: string[] = [];
    const tour = async (by: Screen['by']): Promise<void> => {
      const visitor = by === 'nobody' ? await stage.enter() : await stage.arrive(by, '/preferences');
      visitor.expects(...notSignedIn);
      if (by !== 'nobody') await visitor.heading('Notification preferences').waitFor();
      for (const screen of screens.filter((each) => each.by === by))
        await look(visitor, screen).catch((error: unknown) => wrong.push(`${screen.name}: ${String(error)}`));
    };
    await Promise.all([
      tour('nobody')
        .then(() => tour('dana'))
        .then(() => tour('ada')),
      tour('erin'),
    ]);
    expect(wrong).toEqual([]);
  }, 600_000);
});

/** The addresses that the router knows. */
function routes(): string[] {
  const files = readdirSync(routesFolder).map((file) => readFileSync(join(routesFolder, file), 'utf8'));
  return files.flatMap((source) => [...source.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!));
}

/** The route that an address leads to: what is spelled out goes before what is an id. */
function routeOf(address: string): string | undefined {
  const path = address.split(/[?#]/)[0]!;
  const leads = (route: string): boolean => new RegExp(`^${route.replace(/\$\w+/g, '[^/]+')}$`).test(path);
  return routes()
    .filter(leads)
    .sort((one, other) => one.split('$').length - other.split('$').length)[0];
}
