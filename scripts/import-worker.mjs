// @ts-check
// The thread that reads imports, for those who import without a whole build: dist/parse-worker.mjs.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintOf, isFresh, writeStamp } from './fingerprint.mjs'
import { root } from './programs.mjs'

const STAMP = 'dist/.parse-worker'
const BUNDLE = 'dist/parse-worker.mjs'

/** Bundles lib/schedule/import/parse-worker.ts unless the last bundle is of the same sources. @param {string} [outfile] elsewhere, and always */
export async function bundleWorker(outfile) {
  const wanted = fingerprintOf(['lib/platform', 'lib/schedule', 'package-lock.json'], (path) => !/\.test\.ts$|(^|\/)fixtures\//.test(path))
  if (!outfile && isFresh(STAMP, wanted) && existsSync(join(root, BUNDLE))) return
  const { build } = await import('esbuild')
  mkdirSync(join(root, 'dist'), { recursive: true })
  const half = outfile ?? join(root, `${BUNDLE}.${process.pid}`)
  // Some of its packages call require.
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }
  await build({ absWorkingDir: root, entryPoints: ['lib/schedule/import/parse-worker.ts'], outfile: half, bundle: true, platform: 'node', target: 'node20', format: 'esm', alias: { '@': root }, banner, logLevel: 'silent' })
  if (outfile) return
  // A server may be starting the old one at this moment.
  renameSync(half, join(root, BUNDLE))
  writeStamp(STAMP, wanted)
}
