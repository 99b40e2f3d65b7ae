// @ts-check
// The service worker and the list of what it keeps. One address that fails means no worker, so each is looked for here.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../programs.mjs'
import { StartError } from '../start-error.mjs'

/** Where the front door learns which build it serves. */
const BUILD_ID = 'dist/build-id'
/** Pages that the front door renders once a language from app/offline. */
const SHELLS = ['/offline/en', '/offline/fr']
/** Where most of what it keeps is: said once. */
const CHUNKS = '/_next/static/chunks/'
const KEPT = /^\/_next\/static\/.*\.(js|css|woff2)$|^\/icon[^/]*\.(svg|png)$/

/**
 * Bundles lib/worker for /sw.js, and adds it to the front door's list of files.
 * @param {string} build names these sources
 * @throws {StartError} when something that it keeps is not there
 */
export async function bundleServiceWorker(build) {
  const { build: bundle } = await import('esbuild')
  const manifest = JSON.parse(readFileSync(join(root, 'dist/static-manifest.json'), 'utf8'))
  const files = Object.keys(manifest)
    .filter((address) => KEPT.test(address))
    .sort()
  const missing = [...files.map((address) => manifest[address].file), '.next/server/app/offline/page.js'].filter(
    (path) => !existsSync(join(root, path)),
  )
  if (missing.length > 0)
    throw new StartError(`The service worker keeps what the build has not made: ${missing.join(', ')}`)
  await bundle({
    absWorkingDir: root,
    entryPoints: ['lib/worker/worker.ts'],
    outfile: 'dist/sw.js',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    alias: { '@': root },
    logLevel: 'silent',
    define: {
      BUILD: JSON.stringify(build),
      SHELLS: JSON.stringify(SHELLS),
      CHUNKS: JSON.stringify(CHUNKS),
      FILES: JSON.stringify(files.map((address) => address.replace(CHUNKS, '')).join(' ')),
    },
  })
  writeFileSync(
    join(root, 'dist/static-manifest.json'),
    JSON.stringify(
      { ...manifest, '/sw.js': { file: 'dist/sw.js', type: 'text/javascript; charset=utf-8', immutable: false } },
      null,
      1,
    ),
  )
  writeFileSync(join(root, BUILD_ID), build)
}
