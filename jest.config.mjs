import { readFileSync } from 'node:fs';

const { $schema, ...swc } = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

// Suites that need a broker or a browser are named so, and left out of runs without one; the runner says so.
const { KAFKA_BROKERS, KAFKA, TEST_KAFKA, BROWSER, TEST_BROWSER } = process.env;
const hasKafka = Boolean(KAFKA_BROKERS) || KAFKA === 'required' || TEST_KAFKA === '1';
const hasBrowser = BROWSER === 'required' || TEST_BROWSER === '1';

export default {
  testEnvironment: 'node',
  // Specs wait for events on machines that may be busy; nothing waits for the time itself.
  testTimeout: 60_000,
  // A worker keeps what every suite loaded (modules in VM contexts are never freed), and slows down with it.
  workerIdleMemoryLimit: '1GB',
  testEnvironmentOptions: { customExportConditions: ['@imprimatur/source', 'node', 'node-addons'] },
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(hasKafka ? [] : ['\\.kafka\\.spec\\.ts$']),
    ...(hasBrowser ? [] : ['\\.browser\\.spec\\.ts$']),
  ],
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  globalSetup: '<rootDir>/tools/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest-global-teardown.mjs',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        ...swc,
        jsc: { ...swc.jsc, rewriteRelativeImportExtensions: false },
        module: { type: 'es6' },
        sourceMaps: 'inline',
        swcrc: false,
      },
    ],
  },
};
