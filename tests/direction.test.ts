import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { expect, it } from 'vitest'

const rules: { forbidden: IForbiddenRuleType[] } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

/** For each rule what breaks it: a file, and what it imports. */
const broken: Record<string, [file: string, imported: string]> = {
  'no cycles': ['lib/notes/a.ts', 'lib/notes/b.ts'],
  'app imports nothing further out': ['app/page.ts', 'server/live.ts'],
  'components imports nothing further out': ['components/notes/row.ts', 'app/page.ts'],
  'lib/(feeds|notifications|worker) imports nothing further out': ['lib/feeds/ics.ts', 'components/notes/row.ts'],
  'lib/operating imports nothing further out': ['lib/operating/schema.ts', 'lib/feeds/ics.ts'],
  'lib/desk imports nothing further out': ['lib/desk/needs.ts', 'lib/operating/schema.ts'],
  'lib/recaps imports nothing further out': ['lib/recaps/page.ts', 'lib/desk/needs.ts'],
  'lib/notes imports nothing further out': ['lib/notes/export.ts', 'lib/recaps/page.ts'],
  'lib/rooms imports nothing further out': ['lib/rooms/server/queries.ts', 'lib/notes/export.ts'],
  'lib/planning imports nothing further out': ['lib/planning/plan.ts', 'lib/rooms/server/queries.ts'],
  'lib/schedule imports nothing further out': ['lib/schedule/read/day.ts', 'lib/planning/plan.ts'],
  'lib/boundary imports nothing further out': ['lib/boundary/action.ts', 'lib/schedule/read/day.ts'],
  'lib/formats imports nothing further out': ['lib/formats/csv/table.ts', 'lib/boundary/action.ts'],
  'lib/program imports nothing further out': ['lib/program/program.ts', 'lib/formats/csv/table.ts'],
  'lib/sync imports nothing further out': ['lib/sync/protocol.ts', 'lib/program/program.ts'],
  'lib/people imports nothing further out': ['lib/people/person.ts', 'lib/sync/protocol.ts'],
  'lib/i18n imports nothing further out': ['lib/i18n/dates.ts', 'lib/program/program.ts'],
  'lib/backup imports nothing further out': ['lib/backup/tables.ts', 'lib/i18n/dates.ts'],
  'lib/platform imports nothing further out': ['lib/platform/time.ts', 'lib/backup/tables.ts'],
  'each folder has its place in the order': ['app/page.ts', 'components/attic/box.ts'],
  'components/home imports nothing further out': ['components/home/list.ts', 'components/offline/app.ts'],
  'components/manage imports nothing further out': ['components/manage/form.ts', 'components/home/list.ts'],
  'components/people imports nothing further out': ['components/people/menu.ts', 'components/manage/form.ts'],
  'components/operating imports nothing further out': ['components/operating/list.ts', 'components/people/menu.ts'],
  'components/shell imports nothing further out': ['components/shell/bar.ts', 'components/operating/list.ts'],
  'components/planning imports nothing further out': ['components/planning/now.ts', 'components/shell/bar.ts'],
  'components/parts imports nothing further out': ['components/parts/list.ts', 'components/planning/now.ts'],
  'components/schedule imports nothing further out': ['components/schedule/grid.ts', 'components/parts/list.ts'],
  'components/notes imports nothing further out': ['components/notes/list/row.ts', 'components/schedule/grid.ts'],
  'components/rooms imports nothing further out': ['components/rooms/wall.ts', 'components/notes/list/row.ts'],
  'components/together imports nothing further out': ['components/together/group.ts', 'components/rooms/wall.ts'],
  'components/recaps imports nothing further out': ['components/recaps/editor.ts', 'components/together/group.ts'],
  'components/notifications imports nothing further out': [
    'components/notifications/a.ts',
    'components/recaps/editor.ts',
  ],
  'components/feeds imports nothing further out': ['components/feeds/links.ts', 'components/notifications/a.ts'],
  'components/shared imports nothing further out': ['components/shared/undo.ts', 'components/feeds/links.ts'],
  'components/ui imports nothing further out': ['components/ui/button.ts', 'components/shared/undo.ts'],
  'what people do needs the programme, not how it is made': ['lib/notes/export.ts', 'lib/schedule/read/day.ts'],
  'the boundary alone grants': ['lib/planning/plan.ts', 'lib/people/server/grant.ts'],
  'next-auth lives in people': ['server/live.ts', 'next-auth/index.ts'],
  'one place connects: instants shift where the zone of a connection is not UTC': [
    'tests/query-counter.ts',
    'node_modules/@prisma/adapter-pg/dist/index.mjs',
  ],
  'the table of all scripts stays on the server': ['components/notes/row.ts', 'lib/platform/slug.ts'],
  'parts of screens know no room': ['components/ui/button.ts', 'lib/notes/export.ts'],
  'a browser holds no database': ['lib/sync/client/exchange/engine.ts', 'lib/platform/db.ts'],
  'ideas know nothing of the server': ['lib/notes/export.ts', 'lib/notes/server/queries.ts'],
  'ideas know nothing of a device': ['lib/notes/export.ts', 'lib/notes/device/rows.ts'],
  'a browser enters a server chamber by its actions alone': ['components/a.ts', 'lib/notes/server/queries.ts'],
  'the database is asked in rooms, not in screens': ['app/page.ts', 'generated/prisma/client.ts'],
  'products do not import scripts': ['server/live.ts', 'scripts/build.mjs'],
  'products do not import what fills a database': ['lib/schedule/read/day.ts', 'prisma/demo/days.ts'],
  'what leaves does not know each other: calendars, alerts, the worker': [
    'lib/feeds/ics.ts',
    'lib/notifications/alert.ts',
  ],
  'products do not import tests': ['lib/notes/export.ts', 'tests/db.ts'],
}

it('has a file for each rule that breaks it', () => {
  expect(Object.keys(broken).sort()).toEqual(rules.forbidden.map(({ name = '' }) => name).sort())
})

it.each(Object.entries(broken))('refuses a file against: %s', async (name, [file, imported]) => {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-direction-'))
  const back = name === 'no cycles' ? importing(imported, file) : 'export const value = 1\n'
  write(join(folder, file), importing(file, imported))
  write(join(folder, imported), back)
  const { output } = await cruise(['.'], { baseDir: folder, validate: true, ruleSet: rules })
  expect(violated(output).includes(name), violated(output).join()).toBe(true)
})

function importing(file: string, imported: string): string {
  const path = relative(dirname(file), imported).replace(/\.ts$/, '')
  return `import { value } from '${path.startsWith('.') ? path : `./${path}`}'\nexport const other = value\n`
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function violated(output: ICruiseResult | string): string[] {
  return typeof output === 'string' ? [output] : output.summary.violations.map(({ rule }) => rule.name)
}
