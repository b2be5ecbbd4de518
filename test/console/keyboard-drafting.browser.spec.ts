import { eventually } from '@imprimatur/testing';
import type { Player } from '../e2e/world.ts';
import { contentOf, ModelWorkbench } from './model-workbench.ts';
import { Typist } from './typist.ts';
import { useConsole } from './use-console.ts';

const QUERY = 'select id, email from customers';

describe('by keyboard alone, what is published', () => {
  const stage = useConsole();
  let workbench: ModelWorkbench;
  beforeAll(async () => {
    workbench = await ModelWorkbench.set(stage.world, stage.acme);
  }, 60_000);

  const sit = (player: Player, path: string): Promise<Typist> => Typist.sitDown(stage, player, path);
  const writeQuery = async (typist: Typist, query: string): Promise<void> => {
    await typist.tabTo(typist.the('textbox', 'Query'));
    await typist.press('Control+a');
    await typist.page.keyboard.type(query);
    await typist.press('Escape');
  };
  const chooseWay = async (typist: Typist, way: string, key: 'ArrowDown' | 'ArrowUp'): Promise<void> => {
    await typist.tabTo(typist.page.getByRole('radio', { checked: true }));
    await typist.arrowTo('radio', way, key);
    await typist.page.getByRole('radio', { name: way, checked: true }).waitFor();
  };

  it('as a model is found, edited, kept as a draft, submitted to chosen reviewers, and withdrawn from the banner', async () => {
    const id = await workbench.published('Customers', contentOf(QUERY));
    await workbench.published('Leads', contentOf(QUERY));
    const typist = await sit('dana', '/models');
    await typist.the('link', 'Leads').waitFor();
    await typist.write('Search models', 'custom');
    await typist.the('link', 'Leads').waitFor({ state: 'detached' });
    await typist.activate('link', 'Customers');
    await typist.opens('Customers');
    await typist.isSomewhere();
    await typist.activate('link', 'Edit');
    await typist.opens(/Customers/);
    await writeQuery(typist, `${QUERY} where id > 1`);
    await typist.press('Control+s');
    await typist.isAsked('Save Customers');
    await chooseWay(typist, 'Save as draft', 'ArrowDown');
    await typist.activate('button', 'Save draft');
    await typist.isAt('Saved as a draft.');

    await typist.activate('button', 'Submit draft');
    await typist.isAsked('The draft of Customers');
    await typist.choose('Reviewers', 'Erin', /^Erin/);
    await typist.write('Comment', 'Please look today');
    await typist.activate('button', 'Submit for approval');
    await typist.isAt('Submitted.');
    await typist.shows('Waiting for Erin.');
    await typist.activate('button', 'Withdraw');
    await typist.isAsked('Withdraw request');
    await typist.activate('button', 'Withdraw request');
    await typist.the('button', 'Submit draft').waitFor();
    await typist.isSomewhere();
    expect((await workbench.read(id)).draft).toMatchObject({
      state: 'editing',
      content: { query: `${QUERY} where id > 1` },
    });
  }, 60_000);

  it('as a sync is mapped and scheduled anew, published, run, paused and resumed', async () => {
    const sync = await workbench.sync('People', await workbench.published('Of people', contentOf(QUERY)), stage);
    const typist = await sit('erin', '/syncs');
    await typist.activate('link', 'People');
    await typist.opens('People');
    await typist.activate('link', 'Edit');
    await typist.the('combobox', 'Column for mail').waitFor();
    await typist.choose('Column for mail', 'email');
    await typist.tabTo(typist.the('radio', 'Interval'));
    await typist.arrowTo('radio', 'Manual', 'ArrowLeft');
    await typist.activate('button', 'Save…');
    await typist.isAsked('Save People');
    await chooseWay(typist, 'Publish now', 'ArrowUp');
    await typist.activate('button', 'Publish now');
    await typist.isAt('Published as version 2.');
    await typist.activate('button', 'Pause');
    await typist.shows('Paused. Its schedule waits until it is resumed.');
    await typist.isSomewhere();
    await typist.activate('button', 'Undo');
    await typist.shows('Resumed. Ticks that it missed become one run.');
    await typist.isSomewhere();
    await typist.tabTo(typist.the('button', 'Run now').and(typist.page.locator(':not([aria-disabled])')), 'Shift+Tab');
    await typist.press('Enter');
    await typist.activate('link', 'View run');
    await typist.page.waitForURL('**/runs/*');
    await typist.isSomewhere();
    expect(await sync.read()).toMatchObject({ published: { version: 2, content: { schedule: { kind: 'manual' } } } });
  }, 60_000);

  it('is mended around somebody’s draft, which is taken on afterwards', async () => {
    const [around, on] = [
      await workbench.published('Mended', contentOf(QUERY)),
      await workbench.published('Taken on', contentOf(QUERY)),
    ];
    for (const id of [around, on])
      await workbench.draft('dana', id, { version: 1 }, contentOf(`${QUERY} where id > 7`));
    const typist = await sit('erin', `/models/${around}`);
    await typist.activate('button', 'Publish a hotfix around it');
    await typist.the('region', 'Hotfix').waitFor();
    await typist.isSomewhere();
    await writeQuery(typist, `${QUERY} where id > 9`);
    await typist.press('Control+s');
    await typist.isAsked('Save Mended');
    await typist.shows('It goes live around the draft');
    await typist.activate('button', 'Publish now');
    await typist.isAt('Published as version 2.');
    await typist.the('link', 'Rebase').waitFor();

    await typist.goTo('Taken on', 'Taken on');
    await typist.opens('Taken on');
    await typist.activate('link', 'Edit the draft');
    await typist.the('region', 'There is a draft').waitFor();
    await writeQuery(typist, `${QUERY} where id > 8`);
    await typist.press('Control+s');
    await typist.isAsked('Save Taken on');
    await chooseWay(typist, 'Save as draft', 'ArrowDown');
    await typist.activate('button', 'Save draft');
    await typist.isAt('Saved as a draft.');
    const { dana, erin } = stage.acme.members;
    expect((await workbench.read(on)).draft).toMatchObject({
      contributors: [dana, erin],
      content: { query: `${QUERY} where id > 8` },
    });
  }, 60_000);

  it('is compared with what was before, restored as a draft, and left as it is', async () => {
    const versions = ['', ' where id > 2', ' where id > 3'].map((where) => contentOf(`${QUERY}${where}`));
    const id = await workbench.published('Old ways', ...versions);
    const typist = await sit('erin', `/models/${id}`);
    await typist.tabTo(typist.the('tab', 'Overview'));
    await typist.arrowTo('tab', 'History', 'ArrowRight');
    await typist.activate('link', 'Compare with v2 what is version 3');
    await typist.opens('Compare versions of Old ways');
    await typist.isSomewhere();
    await typist.visitor.heading('Version 2 → Version 3').waitFor();
    await typist.pick('From', 'Version 1');
    await typist.visitor.heading('Version 1 → Version 3').waitFor();
    await typist.activate('button', 'Restore version 1');
    await typist.isAsked('Restore version 1 of Old ways');
    await typist.press('Escape');
    await typist.isOn('button', 'Restore version 1');
    await typist.press('Enter');
    await typist.isAsked('Restore version 1 of Old ways');
    await typist.activate('button', 'Save draft');
    await typist.isAt('Version 1 is a draft now.');
    expect((await workbench.read(id)).draft.content.query).toBe(QUERY);
    await typist.activate('button', 'Delete draft', 'Shift+Tab');
    await typist.isAsked('Delete the draft of Old ways');
    await typist.activate('button', 'Delete draft');
    await typist.isAt('Versions');
    await eventually(async () => expect((await workbench.read(id)).draft).toBeNull());
  }, 60_000);
});
