import { change } from './changing.ts';
import { draft } from './drafting.ts';
import { Narrator } from './narrator.ts';
import { publish } from './publishing.ts';
import { Stage } from './stage.ts';
import { tidyUp } from './tidy-up.ts';

/** Plays the main job against a running standalone, over its API and the mailbox alone. Rejects when a step does not do what it should. */
export async function tellTheStory(url: string, print: (line: string) => void): Promise<number> {
  const narrator = new Narrator(print);
  const stage = await Stage.set(url, narrator);
  try {
    await play(stage);
  } catch (error) {
    // What went wrong first is what there is to know.
    await tidyUp(stage).catch((second: unknown) => print(`      ${String(second)}`));
    throw error;
  }
  await tidyUp(stage);
  return narrator.steps;
}

async function play(stage: Stage): Promise<void> {
  const drafted = await draft(stage);
  await publish(stage, drafted);
  await change(stage, drafted);
}
