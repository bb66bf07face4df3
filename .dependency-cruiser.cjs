/**
 * The doors between the rooms. Each breach is reported with the sentence beside the rule.
 * `npm run check` runs it; tests/house.test.ts plants a breach of every rule and sees it reported.
 */

// dependency-cruiser reads every file as .ts; swc has to be told which ones hold JSX.
const swc = require('@swc/core')
const parseFileSync = swc.parseFileSync
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })

const pages = '(sign-in|intake|tasks|case|search|today|supervise|admin)'
const test = '\\.test\\.tsx?$'
const configuration = '\\.config\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment: 'shared/ is the domain: it imports zod and itself, nothing else. Hand in what it needs to know.',
      severity: 'error',
      from: { path: '^shared/', pathNot: test },
      to: { pathNot: ['^shared/', '(^|/)node_modules/zod/', '^zod$'] },
    },
    {
      name: 'catalogue-is-data',
      comment: 'catalogue/ is data: it imports shared/ for its schemas, and no other room and no library.',
      severity: 'error',
      from: { path: '^catalogue/', pathNot: test },
      to: { pathNot: ['^shared/', '^catalogue/'] },
    },
    {
      name: 'window-asks-through-the-contract',
      comment: 'renderer/ reaches the machine and the bureau only through shared/contract, never by an import.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '^server/', '^scripts/'] },
    },
    {
      name: 'window-has-no-node',
      comment: 'renderer/ runs in a sandbox without Node: ask the machine through shared/contract instead.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-stays-in-its-room',
      comment: 'Only electron/ speaks to Electron; tests and scripts may start it.',
      severity: 'error',
      from: { path: '^(shared|catalogue|renderer|server)/' },
      to: { path: ['(^|/)node_modules/electron/', '^electron(/|$)'] },
    },
    {
      name: 'machine-knows-no-page',
      comment: 'electron/ never imports renderer/: a notice says that something changed, and the page asks.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'machine-knows-no-server',
      comment: 'electron/ speaks to the bureau over HTTP by shared/contract; it never imports server/.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-knows-no-desk',
      comment: 'server/ serves every terminal and imports none: neither electron/ nor renderer/.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ['^electron/', '^renderer/'] },
    },
    {
      name: 'pages-do-not-peek',
      comment:
        'A page does not reach into another page: what both need belongs to shared/, renderer/store or renderer/ui.',
      severity: 'error',
      from: { path: `^renderer/${pages}/` },
      to: { path: `^renderer/${pages}/`, pathNot: '^renderer/$1/' },
    },
    {
      name: 'parts-know-no-page',
      comment: 'What pages are built on, renderer/store and renderer/ui, does not know the pages.',
      severity: 'error',
      from: { path: '^renderer/(store|ui)/' },
      to: { path: `^renderer/${pages}/` },
    },
    {
      name: 'house-needs-no-scaffold',
      comment: 'What is shipped does not lean on tests/ or scripts/.',
      severity: 'error',
      from: { path: '^(shared|catalogue|electron|renderer|server)/', pathNot: test },
      to: { path: ['^tests/', '^scripts/', test] },
    },
    {
      name: 'shipped-code-has-shipped-libraries',
      comment:
        'A library that shipped code imports stands in "dependencies" of package.json, not in "devDependencies".',
      severity: 'error',
      from: { path: '^(shared|catalogue|electron|renderer|server)/', pathNot: [test, configuration] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'type-only'],
        pathNot: '(^|/)node_modules/electron/',
      },
    },
    {
      name: 'no-circle',
      comment: 'Two files that import each other are one file, or hide a third that both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'The import leads nowhere: a typing mistake, or a library that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron/(main|renderer|common|utility)$' },
    },
  ],
  options: {
    // TypeScript 7 has no parser to offer here; without swc no .ts file would be seen at all.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|out|release)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
