/** Says what happens, what came back and how long it took; throws when a step did not do what it should. */
export class Narrator {
  readonly #print: (line: string) => void;
  #steps = 0;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  get steps(): number {
    return this.#steps;
  }

  chapter(title: string): void {
    this.#print(`\n${title}`);
  }

  /** One step of the story. `work` returns what there is to tell; its failure names the step. */
  async step<T>(what: string, work: () => Promise<{ tell: string; result: T }>): Promise<T> {
    const started = performance.now();
    this.#steps += 1;
    try {
      const { tell, result } = await work();
      const took = `${Math.round(performance.now() - started)} ms`;
      this.#print(`  ✓ ${what}\n      ${tell}  (${took})`);
      return result;
    } catch (error) {
      this.#print(`  ✗ ${what}`);
      throw error;
    }
  }
}

/** The step did not do what it should. */
export class StoryBroken extends Error {}

export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new StoryBroken(otherwise);
}
