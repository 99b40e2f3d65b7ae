// @ts-check `npm run sbom`: a CycloneDX bill of materials of what may run in production, on standard output. npm's own
// `--omit dev` leaves out what development needs as well, so its whole bill is taken and the lock file says what runs.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { root } from '../programs.mjs'

/** @typedef {{ 'bom-ref': string }} Component */
/** @typedef {{ ref: string, dependsOn: string[] }} Link */
/** @typedef {{ component: Component & { name: string } }} About */
/** @typedef {{ metadata: About, components: Component[], dependencies: Link[] }} Bill */
/** @typedef {{ name: string, packages: Record<string, { name?: string, version?: string, dev?: boolean }> }} Lock */

/** @type {Lock} */
const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8'))
const running = new Set(
  Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { name, version }]) => `${name ?? path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`),
)
const made = execFileSync(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
/** @type {Bill} */
const bill = JSON.parse(made)
const top = bill.metadata.component
// npm calls it by the folder that it happens to be in.
top.name = lock.name
bill.components = bill.components.filter((component) => running.has(component['bom-ref']))
bill.dependencies = bill.dependencies
  .filter(({ ref }) => ref === top['bom-ref'] || running.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((name) => running.has(name)) }))
console.log(JSON.stringify(bill, null, 2))
