// @ts-check The programs behind `npm run import`, `backup`, `operator` and `restore`, that of containers, and what each
// of them asks first, each in one file: read from its sources, one takes a second more to start.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintOf, isFresh, writeStamp } from './fingerprint.mjs'
import { root } from '../programs.mjs'

const ENTRIES = {
  import: 'scripts/import/import-entry.ts',
  backup: 'scripts/backup/backup-entry.ts',
  operator: 'scripts/operator/operator-entry.ts',
  restore: 'scripts/backup/restore-entry.ts',
  hallway: 'scripts/installed/hallway-entry.ts',
}
/** @typedef {keyof typeof ENTRIES} Command */

export const COMMANDS = /** @type {Command[]} */ (Object.keys(ENTRIES))

const ALL = { ...ENTRIES, environment: 'scripts/environment/environment-entry.ts' }

const SOURCES = [
  'lib',
  'prisma',
  'scripts/import',
  'scripts/backup',
  'scripts/operator',
  'scripts/installed',
  'scripts/database',
  'scripts/environment',
  'scripts/words',
  'scripts/build/commands.mjs',
  'package-lock.json',
]

/**
 * Bundles it unless the last bundle is of the same sources.
 * @param {keyof typeof ALL} command @returns {Promise<string>} the bundle, relative to the project
 */
export async function bundleCommand(command) {
  const [bundle, stamp] = [`dist/${command}.mjs`, `dist/.${command}`]
  const wanted = fingerprintOf(SOURCES, (path) => !/\.test\.tsx?$|(^|\/)fixtures\//.test(path))
  if (isFresh(stamp, wanted) && existsSync(join(root, bundle))) return bundle
  const { build } = await import('esbuild')
  mkdirSync(join(root, 'dist'), { recursive: true })
  const half = join(root, `${bundle}.${process.pid}`)
  await build({
    absWorkingDir: root,
    entryPoints: [ALL[command]],
    outfile: half,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    alias: { '@': root },
    logLevel: 'silent',
  })
  renameSync(half, join(root, bundle))
  writeStamp(stamp, wanted)
  return bundle
}
