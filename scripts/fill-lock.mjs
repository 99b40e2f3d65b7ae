// @ts-check `npm run lock`: completes package-lock.json after a change of dependencies. npm leaves an optional binary
// of another platform out of the lock when the registry at hand does not carry it, and `npm ci` then refuses the lock.
// The entries are written from what their parents ask for; npm skips them on every platform but their own.
import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[], libc?: string[],
 * optionalDependencies?: Record<string, string> }} LockEntry
 */
/** @typedef {{ packages: Record<string, LockEntry> }} Lock */

// How package names spell what npm calls process.platform, process.arch and libc.
const SYSTEMS = {
  aix: 'aix',
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  linuxmusl: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win32: 'win32',
  windows: 'win32',
}
const PROCESSORS = {
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  loong64: 'loong64',
  mips64el: 'mips64el',
  ppc64: 'ppc64',
  ppc64le: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
  x64: 'x64',
}
const LIBRARIES = { gnu: 'glibc', gnueabihf: 'glibc', linuxmusl: 'musl', musl: 'musl', musleabihf: 'musl' }

/**
 * The lock with an entry for every platform's optional package that a locked package asks for.
 * @param {Lock} lock
 * @returns {{ lock: Lock, added: string[] }} `added`: the paths of the new entries
 */
export function fillLock(lock) {
  const packages = { ...lock.packages }
  const added = []
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name)
      if (!parent || !platform || findInstalled(packages, parent, name, range)) continue
      const path = packages[`node_modules/${name}`] ? `${parent}/node_modules/${name}` : `node_modules/${name}`
      packages[path] = { version: lowestOf(range), ...platform, ...(entry.dev && { dev: true }), optional: true }
      added.push(path)
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added }
}

/** Looks where Node would: in the parent's own folder, then outwards.
 * @param {Record<string, LockEntry>} packages @param {string} parent @param {string} name @param {string} range */
function findInstalled(packages, parent, name, range) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = packages[folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`]
    if (found) return found.version === lowestOf(range) || range.startsWith('^') || range.startsWith('~')
    if (!folder) return false
  }
}

/**
 * @param {string} name
 * @returns {Pick<LockEntry, 'os' | 'cpu' | 'libc'> | undefined} undefined for a package that is for every platform
 */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const [os, cpu, libc] = [SYSTEMS, PROCESSORS, LIBRARIES].map((known) =>
    words.flatMap((word) =>
      Object.entries(known)
        .filter(([spelling]) => spelling === word)
        .map(([, meaning]) => meaning),
    ),
  )
  if (!os?.length && !cpu?.length) return undefined
  return { ...(os?.length && { os }), ...(cpu?.length && { cpu }), ...(libc?.length && { libc }) }
}

/** @param {string} range */
function lowestOf(range) {
  return range.replace(/^[\^~=v]+/, '')
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const { lock, added } = fillLock(JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(
    added.length
      ? `Added ${added.length} entries to package-lock.json:\n  ${added.join('\n  ')}`
      : 'package-lock.json is complete.',
  )
}
