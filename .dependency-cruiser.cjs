/** Who may import whom: the table of docs/architecture.md, held by `npm run architecture`. Types may cross, code may not. */
const own = '^(app|server|db|components|tests)/'
const pure = '\\.(rules|schema)\\.ts$'

/** Of our own files, those under `from` may import only `allowed`. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: own, pathNot: allowed, dependencyTypesNot: ['type-only'] },
})

/** These packages may be imported only from `allowed`. */
const packages = (name, path, allowed, types = ['type-only']) => ({
  name,
  severity: 'error',
  from: { path: own, pathNot: allowed },
  to: { path, dependencyTypesNot: types },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('rules-and-schemas-are-pure', `^server/.*${pure}`, `${pure}|^server/presets/|^server/domain/errors\\.ts$`),
    only('presets-are-data', '^server/presets/', `^server/presets/|^server/domain/.*${pure}`),
    only('formats-know-the-neutral-shape', '^server/exchange/', `^server/exchange/|^server/domain/.*${pure}`),
    only(
      'domain-knows-stores-only',
      '^server/domain/',
      '^server/(domain|presets)/|^server/i18n/translate\\.ts$|^db/(stores|search)/|^db/(database|errors|kit)\\.ts$',
    ),
    only('languages-know-nobody', '^server/i18n/', `^server/i18n/|^server/domain/.*${pure}`),
    only('server-knows-no-ui', '^server/', '^server/|^db/'),
    {
      name: 'server-meets-the-database-through-stores',
      severity: 'error',
      from: { path: '^server/(trpc|rest|jobs|auth|http|mail|scripts)/' },
      to: {
        path: '^db/',
        pathNot: '^db/(stores/|instance\\.ts$|database\\.ts$|errors\\.ts$|kit\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    only('db-knows-nobody', '^db/', '^db/'),
    only('components-stay-in-the-browser', '^components/', `^components/|^server/domain/.*${pure}|^server/presets/`),
    only('pages-know-no-database', '^app/', '^(app|server|components)/'),
    only('nobody-knows-the-tests', '^(app|server|db|components)/', '^(app|server|db|components)/'),
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^components/([^/]+)/', pathNot: '^components/(ui|shell|trpc|i18n|filter|views)/' },
      to: {
        path: '^components/',
        pathNot: '^components/($1|ui|shell|trpc|i18n|filter|views)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'primitives-know-no-feature',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^components/', pathNot: '^components/ui/', dependencyTypesNot: ['type-only'] },
    },
    packages('drizzle-lives-in-db', 'node_modules/(drizzle-orm|better-sqlite3|pg)/', '^(db|tests)/'),
    packages('mail-leaves-by-its-door', 'node_modules/nodemailer/', '^(server/mail|tests)/'),
    packages('rpc-lives-at-the-doors', 'node_modules/@trpc/', '^(server/trpc|app|components|tests)/'),
    packages(
      'server-only-at-the-pages',
      'node_modules/server-only/',
      '^(app/_glue/|server/trpc/request-context\\.ts$|server/rest/api-context\\.ts$)',
      [],
    ),
    {
      name: 'domain-is-transport-free',
      severity: 'error',
      from: { path: '^server/domain/' },
      to: { path: 'node_modules/(@trpc|next|next-auth|react|superjson)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
