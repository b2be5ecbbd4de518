import { summary } from './statistics.ts';

const WARM_UP = 20;

export type Read = (path: string) => PromiseLike<unknown>;

/** Says for each named path how long its answers take, one after the other. */
export async function measureReads(
  read: Read,
  who: string,
  paths: Readonly<Record<string, string>>,
  times: number,
): Promise<void> {
  for (const [name, path] of Object.entries(paths)) {
    await reads(read, path, WARM_UP);
    console.log(`  ${who}: ${name}: ${summary(await reads(read, path, times))}`);
  }
}

async function reads(read: Read, path: string, times: number): Promise<number[]> {
  const samples: number[] = [];
  for (let n = 0; n < times; n++) {
    const begin = performance.now();
    await read(path);
    samples.push(performance.now() - begin);
  }
  return samples;
}
