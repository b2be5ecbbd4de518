import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { problemCatalogue } from '@imprimatur/kernel';
import { errorsPage, homeless } from './errors-page.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

describe('the page of errors', () => {
  it('is what `npm run errors` makes of the catalogue', () => {
    expect(read('docs/errors.md')).toBe(errorsPage);
  });

  it('has one place for every code', () => {
    expect(homeless).toEqual([]);
  });

  it('lists nothing that no code says', () => {
    const sources = globSync(['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts'], { cwd: root.pathname })
      .filter((path) => !/\.(spec|fixture)\.ts$|^libs\/kernel\/src\/problems\//.test(path))
      .map(read)
      .join('\n');
    const said = (code: string): boolean => {
      const [what, why] = code.split('.', 2) as [string, string];
      return sources.includes(`'${code}'`) || (sources.includes(`}.${why}\``) && sources.includes(`'${what}'`));
    };
    expect(Object.keys(problemCatalogue).filter((code) => !said(code))).toEqual([]);
  });
});
