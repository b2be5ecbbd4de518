import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import packaged from '@sparticuz/chromium';

const run = promisify(execFile);

/** The Chromium that the console is tested in: the one of CHROME_PATH, else the one that npm brought. */
export async function chromiumPath(): Promise<string> {
  return process.env.CHROME_PATH || (await packaged.executablePath());
}

/** What it is started with, in containers and without a screen. */
export const chromiumFlags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** Why the console cannot be tested on this machine, as a sentence for people; null when it can. */
export async function whyNoBrowser(): Promise<string | null> {
  try {
    await run(await chromiumPath(), ['--version', '--no-sandbox'], { timeout: 60_000 });
    return null;
  } catch (error) {
    const reason = String((error as { stderr?: string }).stderr || (error as Error).message).split('\n', 1)[0];
    return `No Chromium could be run (${reason}). Install libnss3, or set CHROME_PATH to one that is installed.`;
  }
}
