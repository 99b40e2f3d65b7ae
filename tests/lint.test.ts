import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'

/** For each rule of ours, and some of each plugin: a file that breaks it, and one beside it that does not. */
const broken: [rule: string, file: string, breaks: string, instead: string][] = [
  ['house(line-length)', 'lib/a.ts', `export const a = '${'x'.repeat(120)}'`, `export const a = 'x'`],
  [
    'house(when-is-said-by-one)',
    'components/b.tsx',
    'export const b = (at: Date) => at.toLocaleTimeString()',
    'export const b = (at: Date) => at.toISOString()',
  ],
  [
    'house(when-is-said-by-one)',
    'lib/notes/b.ts',
    'export const b = new Intl.DateTimeFormat()',
    'export const b = new Intl.NumberFormat()',
  ],
  [
    'house(time-alone-is-a-value)',
    'app/c.tsx',
    "import { timeOf } from '@/lib/platform/time'\nexport const c = timeOf",
    "import { dateOn } from '@/lib/platform/time'\nexport const c = dateOn",
  ],
  [
    'house(names-turn-nothing)',
    'components/d.tsx',
    "export const d = (t: Say, room: Room) => t('in', { room: room.name })",
    "export const d = (t: Say, room: Room) => t('in', { room: isolated(room.name) })",
  ],
  [
    'house(names-turn-nothing)',
    'app/d.tsx',
    'export function generateMetadata(room: Room) {\n  return { title: room.name }\n}',
    'export function generateMetadata(room: Room) {\n  return { title: isolated(room.name) }\n}',
  ],
  [
    'house(texts-are-cleaned)',
    'lib/notes/schema.ts',
    'export const e = z.object({ title: z.string() })',
    'export const e = z.object({ title: lineField(80) })',
  ],
  [
    'house(times-are-read-by-one)',
    'lib/rooms/shift-schema.ts',
    'export const f = z.object({ at: z.iso.datetime() })',
    'export const f = z.object({ at: instantField })',
  ],
  [
    'house(own-load-is-awaited)',
    'e2e/g.ts',
    "export const g = (page: Page) => page.waitForEvent('load')",
    'export const g = (page: Page) => reloadBy(page)',
  ],
  [
    'eslint(no-restricted-properties)',
    'lib/h.test.ts',
    'export const h = performance.now()',
    'export const h = Date.now()',
  ],
  [
    'eslint(no-restricted-globals)',
    'components/i.tsx',
    "export const i = localStorage.getItem('i')",
    "export const i = rememberedOnDevice('i')",
  ],
  [
    'eslint(no-restricted-properties)',
    'components/j.tsx',
    'export const j = window.indexedDB',
    'export const j = window.caches',
  ],
  [
    'eslint(no-restricted-properties)',
    'lib/planning/j.ts',
    'export const { sessionStorage: j } = globalThis',
    'export const { caches: j } = globalThis',
  ],
  [
    'eslint(no-restricted-globals)',
    'server/j.ts',
    'export const j = indexedDB.databases()',
    'export const j = caches.keys()',
  ],
  [
    'eslint(no-restricted-imports)',
    'lib/notes/server/k.ts',
    "import { useState } from 'react'\nexport const k = useState",
    "import { cache } from 'react'\nexport const k = cache",
  ],
  ['eslint(no-warning-comments)', 'lib/l.ts', '// TODO later\nexport const l = 1', '// Why\nexport const l = 1'],
  ['eslint(no-unused-vars)', 'lib/m.ts', 'const m = 1', 'const _m = 1'],
  ['typescript(no-explicit-any)', 'lib/n.ts', 'export let n: any', 'export let n: unknown'],
  [
    'typescript(no-non-null-assertion)',
    'lib/o.ts',
    'export const o = (list: string[]) => list[0]!',
    "export const o = (list: string[]) => list[0] ?? ''",
  ],
  [
    'react-hooks(rules-of-hooks)',
    'components/p.tsx',
    'export function P({ is }: Props) {\n  if (is) useEffect(() => undefined, [])\n  return null\n}',
    'export function P() {\n  useEffect(() => undefined, [])\n  return null\n}',
  ],
  [
    'react(purity)',
    'components/q.tsx',
    'export function Q() {\n  return <p>{Date.now()}</p>\n}',
    'export function Q({ now }: Props) {\n  return <p>{now}</p>\n}',
  ],
  [
    'jsx-a11y(alt-text)',
    'components/r.tsx',
    'export const r = (Image: Picture) => <Image src="/r.png" />',
    'export const r = (Image: Picture) => <Image src="/r.png" alt="" />',
  ],
]

const reportSchema = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) })

it('refuses what breaks a rule of the house, and nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'lint-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), `${text}\n`)
  }
  // What the configuration names beside it.
  mkdirSync(join(root, 'scripts'))
  for (const name of ['oxlint.config.mjs', 'scripts/lint']) symlinkSync(resolve(name), join(root, name))
  broken.forEach(([, file, breaks, instead], at) => {
    write(beside(file, `breaks-${at}`), breaks)
    write(beside(file, `instead-${at}`), instead)
  })
  // The one door to them.
  write('lib/platform/device-memory.ts', 'export const memory = localStorage')
  const found = reportSchema.parse(JSON.parse(lint(root))).diagnostics
  expect(found.map(({ code, filename }) => [filename, code]).sort()).toEqual(
    broken.map(([rule, file], at) => [beside(file, `breaks-${at}`), rule]).sort(),
  )
})

/** The file in a folder of its own: its name is what some rules go by. */
function beside(file: string, folder: string): string {
  return join(dirname(file), folder, file.slice(dirname(file).length + 1))
}

/** What the linter says of a folder, as JSON: it ends with 1 where something is wrong. */
function lint(folder: string): string {
  const words = [resolve('node_modules/oxlint/bin/oxlint'), '--config=oxlint.config.mjs', '--format=json']
  try {
    return execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
  } catch (error) {
    return z.object({ stdout: z.string() }).parse(error).stdout
  }
}
