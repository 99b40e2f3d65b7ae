// @ts-check
// Compresses what never changes while a build lives, once and as small as it gets, and lists it for the front door.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { listFiles } from './fingerprint.mjs'
import { FONTS } from './fonts.mjs'
import { root } from '../programs.mjs'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}
// For pages that are not Next's, which gives its own copies names of its own (app/fonts.ts).
const OWN_FONTS = { '/fonts/inter-latin.woff2': FONTS.latin, '/fonts/inter-latin-ext.woff2': FONTS['latin-ext'] }
const COMPRESSIBLE = /^text\/|json|xml/
const SMALLEST_BYTES = 256

/**
 * @typedef {{ file: string, br?: string, gz?: string, type: string, immutable: boolean }} StaticFile paths are relative
 * to the project
 */

/**
 * Writes dist/static/ and dist/static-manifest.json: a StaticFile for each decoded URL path. Files of the build have
 * their content's hash in their name and are immutable; those of public/ and the fonts are not.
 * @returns {Promise<number>} how many there are
 */
export async function writeStaticFiles() {
  rmSync(join(root, 'dist/static'), { recursive: true, force: true })
  const sources = [
    { folder: '.next/static', prefix: '/_next/static/', immutable: true },
    { folder: 'public', prefix: '/', immutable: false },
  ]
  const files = sources.flatMap(({ folder, prefix, immutable }) =>
    listFiles(join(root, folder)).map((path) => ({
      path,
      url: prefix + toUrl(relative(join(root, folder), path)),
      immutable,
    })),
  )
  const fonts = Object.entries(OWN_FONTS).map(([url, file]) => ({ path: join(root, file), url, immutable: false }))
  const entries = await Promise.all(
    [...files, ...fonts].map(async ({ path, url, immutable }) => [url, await describe(path, url, immutable)]),
  )
  writeFileSync(join(root, 'dist/static-manifest.json'), JSON.stringify(Object.fromEntries(entries), null, 1))
  return entries.length
}

/** @param {string} path @param {string} url @param {boolean} immutable @returns {Promise<StaticFile>} */
async function describe(path, url, immutable) {
  const type =
    Object.entries(TYPES).find(([extension]) => extension === extname(path))?.[1] ?? 'application/octet-stream'
  const plain = readFileSync(path)
  const entry = { file: toUrl(relative(root, path)), type, immutable }
  if (plain.length < SMALLEST_BYTES || !COMPRESSIBLE.test(type)) return entry
  const target = `dist/static${url}`
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    promisify(gzip)(plain, { level: 9 }),
  ])
  return { ...entry, ...keep(`${target}.br`, 'br', br, plain), ...keep(`${target}.gz`, 'gz', gz, plain) }
}

/** @param {string} path @param {'br' | 'gz'} name @param {Buffer} compressed @param {Buffer} plain */
function keep(path, name, compressed, plain) {
  if (compressed.length >= plain.length) return {}
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), compressed)
  return { [name]: path }
}

/** @param {string} path */
function toUrl(path) {
  return path.split(sep).join('/')
}
