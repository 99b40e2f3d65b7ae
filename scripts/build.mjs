// @ts-check
// The production build: `npm run build`, and the step of `up` and `test`.
import './require-node.mjs'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleBrowserZod } from './build/browser-zod.mjs'
import { cutFonts } from './build/fonts.mjs'
import { fingerprintOf, isFresh, writeStamp } from './build/fingerprint.mjs'
import { bundleThreads } from './build/threads.mjs'
import { generateClient, installPackages } from './preparation.mjs'
import { root, runProgram } from './programs.mjs'
import { bundleServiceWorker } from './build/service-worker.mjs'
import { reportFailure, StartError } from './start-error.mjs'
import { writeStaticFiles } from './build/static-files.mjs'
import { step } from './steps.mjs'

const STAMP = 'dist/.sources'
/** What a build reads. */
export const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'server',
  'scripts/build.mjs',
  'scripts/build/browser-zod.mjs',
  'scripts/build/fonts.mjs',
  'scripts/build/threads.mjs',
  'scripts/build/service-worker.mjs',
  'scripts/build/static-files.mjs',
  'next.config.js',
  'instrumentation.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const NOT_BUILT = /\.test\.tsx?$|(^|\/)fixtures\//

/**
 * Builds unless the last build is of the same sources: Next into .next/, the front door, the import's worker and the
 * browser's into dist/.
 * @param {(text: string) => void} note
 * @throws {StartError} with the builder's own words
 */
export async function buildIfStale(note) {
  const wanted = fingerprintOf(SOURCES, (path) => !NOT_BUILT.test(path))
  if (isFresh(STAMP, wanted) && existsSync(join(root, '.next/BUILD_ID'))) return note('up to date')
  // A build cut short leaves no stamp.
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  mkdirSync(join(root, 'dist'))
  await bundleBrowserZod()
  await cutFonts()
  await buildPages()
  await bundleServer()
  note(`${await writeStaticFiles()} static files`)
  await bundleServiceWorker(wanted.slice(0, 16))
  writeStamp(STAMP, wanted)
}

async function buildPages() {
  // A build depends on nobody's data or settings, so that the same sources give the same build.
  const { ok, output } = await runProgram('next', ['build'], {
    env: { NODE_ENV: 'production', DATABASE_URL: 'postgresql://build@127.0.0.1:1/none' },
  })
  if (!ok) throw new StartError(`The build failed.\n\n${output}`)
}

async function bundleServer() {
  const { build } = await import('esbuild')
  try {
    await build({
      absWorkingDir: root,
      entryPoints: ['server/main.ts'],
      outfile: 'dist/server.mjs',
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node20',
      format: 'esm',
      alias: { '@': root },
      sourcemap: 'linked',
      logLevel: 'silent',
    })
    await bundleThreads()
  } catch (error) {
    throw new StartError(`The server could not be bundled.\n\n${error instanceof Error ? error.message : error}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await step('Packages', installPackages)
    await step('Database client', generateClient)
    await step('Build', buildIfStale)
  } catch (error) {
    reportFailure('The build is not done', error)
  }
}
