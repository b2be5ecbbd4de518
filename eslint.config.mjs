import nx from '@nx/eslint-plugin';
import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const ofServers = ['@nestjs/*', 'typeorm', 'kafkajs', 'pg', 'fastify', '@fastify/*', 'rxjs'];
const ofBrowsers = ['react', 'react-dom', '@mantine/*', '@tanstack/*', '@tabler/*', 'openapi-fetch'];

/** Which kind of package may build on which; the kinds are the `type:` tags of the packages. */
export const depConstraints = [
  {
    sourceTag: 'type:pure',
    onlyDependOnLibsWithTags: ['type:pure'],
    bannedExternalImports: [...ofServers, ...ofBrowsers],
  },
  { sourceTag: 'type:infra', onlyDependOnLibsWithTags: ['type:pure', 'type:infra'] },
  { sourceTag: 'type:test', onlyDependOnLibsWithTags: ['type:pure', 'type:infra'] },
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:pure', 'type:infra'] },
  { sourceTag: 'type:console', onlyDependOnLibsWithTags: ['type:pure'], bannedExternalImports: ofServers },
  { sourceTag: 'type:suite', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['*'] },
  {
    sourceTag: 'type:standalone',
    onlyDependOnLibsWithTags: ['type:pure', 'type:infra', 'type:service', 'type:console'],
  },
];

const specs = ['**/*.spec.ts', '**/*.fixture.ts', 'apps/*/test/**/*.ts', 'test/**/*.ts'];
/** A spec may use the test library whatever it tests. */
const specConstraints = depConstraints.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
  sourceTag,
  onlyDependOnLibsWithTags: [
    ...onlyDependOnLibsWithTags,
    'type:test',
    ...(sourceTag === 'type:test' ? [] : ['type:infra']),
  ],
}));
const boundaries = (constraints) => [
  'error',
  {
    enforceBuildableLibDependency: true,
    // Specs of these use the test library, which builds on them: a circle of packages, never one of modules, which dependency-cruiser sees to.
    ignoredCircularDependencies: ['messaging', 'service-kit', 'access'].map((name) => [
      '@imprimatur/testing',
      `@imprimatur/${name}`,
    ]),
    depConstraints: constraints,
  },
];

const environment = {
  object: 'process',
  property: 'env',
  message: 'Only config files read the environment; pass what is needed.',
};
const onlyMessagingKnowsKafka = {
  paths: [{ name: 'kafkajs', message: 'Only libs/messaging talks to the broker.' }],
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.imprimatur/**',
      'coverage/**',
      // Written by `npm run api-types`.
      'apps/console/src/api/schema.d.ts',
      // Each of them breaks a rule on purpose; the specs beside them lint them one by one.
      ...(process.env.LINT_FIXTURES === '1' ? [] : ['test/architecture/fixtures/**']),
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(depConstraints),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [] }],
      '@typescript-eslint/no-unsafe-function-type': 'off',
      // Methods written in the short form are fine to take apart when they do not use `this`; the rule cannot see that.
      '@typescript-eslint/unbound-method': 'off',
      // Frameworks' hooks have to be async whether they wait or not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      'max-lines': ['error', { max: 250 }],
      'no-console': 'error',
      'no-warning-comments': 'error',
      'no-restricted-imports': ['error', onlyMessagingKnowsKafka],
      'no-restricted-properties': ['error', environment],
    },
  },
  {
    files: ['**/config.ts', '**/*.config.ts', '**/main.ts', '**/*.main.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  // How many rounds to run comes from the environment; what was measured goes to the terminal.
  { files: ['test/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['test/bench/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/console/src/**/*.ts', 'apps/console/src/**/*.tsx'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  { files: ['libs/messaging/src/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: specs,
    plugins: { jest },
    languageOptions: { globals: jest.environments.globals.globals },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(specConstraints),
      'max-lines': ['error', { max: 400 }],
      // What a response body or a row holds is what the test is about to find out.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', '**.expect*', 'fc.assert'] }],
      'jest/no-disabled-tests': 'error',
      'jest/no-focused-tests': 'error',
      'jest/no-identical-title': 'error',
      'jest/no-standalone-expect': 'error',
      'jest/valid-expect': 'error',
      'jest/no-commented-out-tests': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { sourceType: 'module' },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-warning-comments': 'error',
    },
  },
);
