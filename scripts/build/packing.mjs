// @ts-check What a built Hallway needs to run, and nothing else: found by following what each of its programs loads.
import { copyFileSync, lstatSync, mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { listFiles } from './fingerprint.mjs'
import { root } from '../programs.mjs'

const PROGRAMS = /^dist\/[\w-]+\.(mjs|cjs)$/
/** What a build writes down of what each of Next's programs loads, relative to itself. */
const TRACE = '.nft.json'
/** Read by their path, which nobody sees who follows imports. */
const READ = [
  '.next',
  'dist',
  'generated/fonts',
  'node_modules/@fontsource-variable',
  'node_modules/@img',
  'node_modules/@prisma/schema-engine-wasm',
  // Looked for, and not loaded, when Next reads its configuration.
  'node_modules/next/dist/compiled/webpack',
  'node_modules/next/dist/compiled/@babel/runtime/package.json',
  'package.json',
  'prisma/migrations',
  'public',
]
/** What a build leaves for the next build. */
const LEFT = [
  /^\.next\/(build|cache|diagnostics|node_modules|types|trace|trace-build|turbopack)(\/|$)/,
  /^\.next\/.*\.(nft\.json|map)$/,
  /^dist\/\./,
]
/** Asked for by a development server or a build alone. */
const FOR_BUILDS = [
  'node_modules/.bin/**',
  'node_modules/{typescript,esbuild,prisma,@swc,@esbuild}/**',
  'node_modules/next-intl/**/{plugin,plugin.js,extractor}/**',
  'node_modules/next/dist/docs/**',
  'node_modules/next/dist/compiled/{babel,babel-packages,crypto-browserify,cssnano-simple,next-devtools}/**',
  'node_modules/next/dist/compiled/{postcss-preset-env,terser,@modelcontextprotocol,@mswjs}/**',
  'node_modules/next/dist/compiled/next-server/*.dev.js',
  'node_modules/**/*.map',
  'scripts/build/**',
]

/**
 * Copies it, each file below its path in the project.
 * @param {string} folder
 * @returns {Promise<{ files: number, bytes: number }>} how much that is
 */
export async function packInto(folder) {
  const files = [...new Set([...listRead(), ...listTraced(), ...(await follow())])]
  for (const file of files) {
    const [from, to] = [join(root, file), join(folder, file)]
    mkdirSync(dirname(to), { recursive: true })
    // Next's are relative, and lead to packages.
    if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), to)
    else copyFileSync(from, to)
  }
  return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0) }
}

function listRead() {
  return READ.flatMap((path) => listFiles(join(root, path)))
    .map((file) => relative(root, file))
    .filter((file) => !LEFT.some((left) => left.test(file)))
}

/** What Next's build found that its pages load. */
function listTraced() {
  return listFiles(join(root, '.next'))
    .filter((file) => file.endsWith(TRACE))
    .flatMap((file) => {
      /** @type {{ files: string[] }} */
      const { files } = JSON.parse(readFileSync(file, 'utf8'))
      return files.map((name) => normalize(join(relative(root, dirname(file)), name)))
    })
}

/** What our own programs load. */
async function follow() {
  const { nodeFileTrace } = await import('@vercel/nft')
  const programs = listFiles(join(root, 'dist')).filter((file) => PROGRAMS.test(relative(root, file)))
  const { fileList } = await nodeFileTrace(
    [...programs, join(root, 'next.config.js'), join(root, 'scripts/database/apply-migrations.mjs')],
    { base: root, processCwd: root, ignore: FOR_BUILDS },
  )
  return fileList
}
