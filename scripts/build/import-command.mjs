// @ts-check The program behind `npm run import` in one file: read from its sources, it takes a second more to start.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintOf, isFresh, writeStamp } from './fingerprint.mjs'
import { root } from '../programs.mjs'

export const IMPORT_BUNDLE = 'dist/import.mjs'
const STAMP = 'dist/.import'
const SOURCES = [
  'lib',
  'prisma',
  'scripts/import',
  'scripts/database',
  'scripts/build/import-command.mjs',
  'package-lock.json',
]

/** Bundles it unless the last bundle is of the same sources. */
export async function bundleImport() {
  const wanted = fingerprintOf(SOURCES, (path) => !/\.test\.tsx?$|(^|\/)fixtures\//.test(path))
  if (isFresh(STAMP, wanted) && existsSync(join(root, IMPORT_BUNDLE))) return
  const { build } = await import('esbuild')
  mkdirSync(join(root, 'dist'), { recursive: true })
  const half = join(root, `${IMPORT_BUNDLE}.${process.pid}`)
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/import/import-entry.ts'],
    outfile: half,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    alias: { '@': root },
    logLevel: 'silent',
  })
  renameSync(half, join(root, IMPORT_BUNDLE))
  writeStamp(STAMP, wanted)
}
