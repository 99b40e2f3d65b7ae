// @ts-check The programs of the threads in which what may be hostile or huge is read, for those who have no whole
// build: dist/<name>-worker.cjs.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprintOf, isFresh, writeStamp } from './fingerprint.mjs'
import { root } from '../programs.mjs'

const STAMP = 'dist/.threads'
const ENTRIES = {
  parse: 'lib/formats/parse-worker.ts',
  render: 'lib/recaps/server/render-worker.ts',
  merge: 'lib/notes/server/merge-worker.ts',
  solve: 'lib/desk/suggest/server/solve-worker.ts',
}
const NAMES = /** @type {(keyof typeof ENTRIES)[]} */ (Object.keys(ENTRIES))

/** Bundles all of them unless the last bundles are of the same sources. */
export async function bundleThreads() {
  const wanted = fingerprintOf(
    ['lib', 'package-lock.json', 'scripts/build/threads.mjs'],
    (path) => !/\.test\.tsx?$|(^|\/)fixtures\//.test(path),
  )
  if (isFresh(STAMP, wanted) && NAMES.every((name) => existsSync(bundleOf(name)))) return
  mkdirSync(join(root, 'dist'), { recursive: true })
  for (const name of NAMES) {
    const half = `${bundleOf(name)}.${process.pid}`
    await bundleThread(name, half)
    // A server may be starting the old one at this moment.
    renameSync(half, bundleOf(name))
  }
  writeStamp(STAMP, wanted)
}

/**
 * Bundles one of them. As CommonJS: a thread starts twice as fast without Node's loader of modules.
 * @param {keyof typeof ENTRIES} name @param {string} outfile
 */
export async function bundleThread(name, outfile) {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: [ENTRIES[name]],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: { '@': root },
    plugins: [withoutZodLocales],
    // The solver's program stands in the bundle: nobody has to find a second file beside it.
    loader: { '.wasm': 'binary' },
    // What the solver's own loader asks for, which CommonJS does not have.
    banner: { js: "const bundledAt = require('node:url').pathToFileURL(__filename).href" },
    define: { 'import.meta.url': 'bundledAt' },
    logLevel: 'silent',
  })
}

/**
 * Leaves out what zod says in fifty languages, a fifth of a bundle: nobody reads a validator's own sentences.
 * @type {import('esbuild').Plugin}
 */
const withoutZodLocales = {
  name: 'without-zod-locales',
  setup: ({ onLoad }) =>
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path }) => ({
      contents: "export { default as en } from './en.js'",
      resolveDir: dirname(path),
    })),
}

/** @param {keyof typeof ENTRIES} name */
function bundleOf(name) {
  return join(root, `dist/${name}-worker.cjs`)
}
