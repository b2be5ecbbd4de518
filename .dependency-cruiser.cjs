// The four folders of a service and their one direction:
// transport -> use-cases -> domain, use-cases -> persistence -> domain; transport may also read views.
const { join } = require('node:path');

const inService = (folder) => `^apps/([^/]+)/src/${folder}/`;
const testCode = ['\\.(spec|fixture)\\.ts$', '^apps/[^/]+/test/'];
const pureLibs = '^libs/(kernel|contracts|abilities|changes)/';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'Domain code imports its own folder and pure libs, nothing else: no framework, no database, no Node.',
      severity: 'error',
      from: { path: inService('domain'), pathNot: testCode },
      to: { pathNot: [inService('domain'), pureLibs, '(^|/)node_modules/(zod|croner)/', '^(node:)?crypto$'] },
    },
    {
      name: 'persistence-knows-only-the-domain',
      severity: 'error',
      from: { path: inService('persistence'), pathNot: testCode },
      to: { path: '^apps/[^/]+/src/(use-cases|transport)/' },
    },
    {
      name: 'use-cases-do-not-know-the-edge',
      severity: 'error',
      from: { path: inService('use-cases'), pathNot: testCode },
      to: { path: '^apps/[^/]+/src/transport/' },
    },
    {
      name: 'transport-reads-only-views',
      comment: 'Transport changes things through use cases; of persistence it may import views.',
      severity: 'error',
      from: { path: inService('transport'), pathNot: testCode },
      to: { path: '^apps/[^/]+/src/persistence/', pathNot: ['\\.view\\.ts$', '/persistence/views/'] },
    },
    {
      name: 'services-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'features-do-not-know-each-other',
      comment: 'What two features of the console share lies beside them: components, api, strings.',
      severity: 'error',
      from: { path: '^apps/console/src/features/([^/]+)/' },
      to: { path: '^apps/console/src/features/', pathNot: '^apps/console/src/features/$1/' },
    },
    {
      name: 'only-the-app-knows-features',
      severity: 'error',
      from: { path: '^apps/console/src/(components|api|strings)/' },
      to: { path: '^apps/console/src/(app|features)/' },
    },
    {
      name: 'the-console-knows-only-pure-libs',
      comment: 'Nothing that needs Node, a framework of servers or another package of the product gets into browsers.',
      severity: 'error',
      from: { path: '^apps/console/src/', pathNot: testCode },
      to: {
        path: ['^libs/', '^(node:)?(crypto|fs|path|os|http|net|stream|util)$'],
        pathNot: '^libs/(contracts|abilities|changes)/',
      },
    },
    {
      name: 'only-messaging-talks-to-kafka',
      severity: 'error',
      from: { pathNot: '^libs/messaging/' },
      to: { path: '(^|/)node_modules/kafkajs/' },
    },
    {
      name: 'product-code-does-not-use-test-code',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [...testCode, '^libs/testing/'] },
      to: { path: ['^libs/testing/', '\\.spec\\.ts$', '^test/'] },
    },
    {
      name: 'libs-are-entered-by-the-front',
      comment: 'Another package is imported by its name, so that its index says what it offers.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^(apps|libs)/([^/]+)/src/', pathNot: ['^$1/$2/', '/src/index\\.ts$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.base.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@imprimatur/source', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
