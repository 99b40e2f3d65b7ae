// The direction of the house, from the outermost room to the innermost: each imports only what stands after it.
const rooms = [
  'server',
  'app',
  'components',
  'lib/(feeds|notifications|worker)',
  'lib/operating',
  'lib/desk',
  'lib/recaps',
  'lib/notes',
  'lib/rooms',
  'lib/planning',
  'lib/schedule',
  'lib/boundary',
  'lib/formats',
  'lib/program',
  'lib/sync',
  'lib/people',
  'lib/i18n',
  'lib/backup',
  'lib/platform',
]

// What people see, likewise: the screens that hold all others first, what four of them share last.
const screens = [
  'offline',
  'home',
  'manage',
  'people',
  'operating',
  'shell',
  'planning',
  'parts',
  'schedule',
  'notes',
  'rooms',
  'together',
  'recaps',
  'notifications',
  'feeds',
  'shared',
  'ui',
].map((room) => `components/${room}`)

// What these do on the server stands in their server chamber.
const chambered = 'people|planning|rooms|notes|recaps|notifications|desk|operating'

const direction = [rooms, screens].flatMap((order) =>
  order.slice(1).map((room, index) => ({
    name: `${room} imports nothing further out`,
    severity: 'error',
    // What is tested with all rooms is tested where its idea is.
    from: { path: `^${room}/`, ...((room === 'lib/sync' || order === screens) && { pathNot: '\\.test\\.tsx?$' }) },
    to: { path: order.slice(0, index + 1).map((outer) => `^${outer}/`) },
  })),
)

module.exports = {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    ...direction,
    {
      name: 'each folder has its place in the order',
      severity: 'error',
      from: {},
      to: {
        path: '^(components|lib)/[^/]+/',
        pathNot: [...rooms.filter((room) => room !== 'components'), ...screens].map((room) => `^${room}/`),
      },
    },
    {
      name: 'what people do needs the programme, not how it is made',
      severity: 'error',
      from: { path: '^lib/(planning|rooms|notes)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^lib/schedule/' },
    },
    {
      name: 'the boundary alone grants',
      severity: 'error',
      // An import's form is a file, whose fields are read before it is known which conference it means.
      from: { pathNot: '^lib/(boundary|people)/|^lib/schedule/bring-in/look/read-form\\.ts$|\\.test\\.tsx?$' },
      to: { path: '^lib/people/server/grant\\.ts$' },
    },
    {
      name: 'next-auth lives in people',
      severity: 'error',
      from: { pathNot: '^(lib/people/|app/api/auth/|components/people/|tests/|bench/)' },
      to: { path: 'next-auth' },
    },
    {
      name: 'one place connects: instants shift where the zone of a connection is not UTC',
      severity: 'error',
      from: { pathNot: '^(lib/platform/db\\.ts$|scripts/schema-engine/|generated/)' },
      to: { path: '@prisma/adapter-pg', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the table of all scripts stays on the server',
      severity: 'error',
      from: { path: '^(components|lib/(notes|planning|i18n|sync/client))/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^lib/platform/slug\\.ts$' },
    },
    {
      name: 'parts of screens know no room',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(components|lib)/', pathNot: '^components/ui/|^lib/(platform|i18n)/' },
    },
    {
      name: 'a browser holds no database',
      severity: 'error',
      from: { path: '^(components|lib/(worker|sync/client)|lib/[^/]+/device)/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^(generated/|lib/sync/server/|lib/(handlers|platform/db)\\.ts$|server/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'ideas know nothing of the server',
      severity: 'error',
      from: { path: `^lib/(${chambered})/[^/]+$`, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^lib/[^/]+/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ideas know nothing of a device',
      severity: 'error',
      from: { path: `^lib/(${chambered}|program)/([^/]+$|server/)`, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^lib/[^/]+/device/' },
    },
    {
      name: 'a browser enters a server chamber by its actions alone',
      severity: 'error',
      from: { path: '^(components|lib/(worker|sync/client)|lib/[^/]+/device)/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: `^lib/(${chambered})/server/`,
        pathNot: 'actions\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the database is asked in rooms, not in screens',
      severity: 'error',
      from: { path: '^(app|components)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^generated/' },
    },
    {
      name: 'products do not import scripts',
      severity: 'error',
      from: { path: '^(app|components|lib|server)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(scripts|bench)/' },
    },
    {
      name: 'products do not import what fills a database',
      severity: 'error',
      // The example's days move on while it is shown.
      from: { path: '^(app|components|lib|server)/', pathNot: '^server/jobs/|\\.test\\.tsx?$' },
      to: { path: '^prisma/' },
    },
    {
      name: 'what leaves does not know each other: calendars, alerts, the worker',
      severity: 'error',
      from: { path: '^lib/(feeds|notifications|worker)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^lib/(feeds|notifications|worker)/', pathNot: '^lib/$1/' },
    },
    {
      name: 'products do not import tests',
      severity: 'error',
      from: { pathNot: '^(tests|e2e|bench)/|\\.test\\.tsx?$|^vitest' },
      to: { path: '^(tests|e2e|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^generated/' },
    exclude: { path: '^(\\.next|dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
