// @ts-check
// Inter as pages load it: the weights that we set, 400 to 700, of a font whose file holds 100 to 900. It comes before
// the text, so that 40 % of its bytes are a tenth of a second on slow 4G.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../programs.mjs'
import { fingerprintOf, isFresh, writeStamp } from './fingerprint.mjs'

const FOLDER = 'generated/fonts'
const STAMP = `${FOLDER}/.sources`
const FILES = 'node_modules/@fontsource-variable/inter/files'

/** Where each part of Inter lies when it is cut. Relative to the project's folder; app/fonts.ts names them, too. */
export const FONTS = { latin: `${FOLDER}/inter-latin.woff2`, 'latin-ext': `${FOLDER}/inter-latin-ext.woff2` }

// Asking for all that could be in it keeps all that is: each file is a part of Inter already. Marks that join the
// letter before them bring every letter with a mark along, and are the second file's.
const letters = Array.from({ length: 0xffff - 0x20 }, (_, index) => index + 0x20)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
const LETTERS = {
  latin: letters.filter((letter) => !/\p{Mark}/u.test(letter)).join(''),
  'latin-ext': letters.join(''),
}

/** Cuts the fonts unless they are there. */
export async function cutFonts() {
  const wanted = fingerprintOf(['scripts/build/fonts.mjs', 'package-lock.json'])
  if (isFresh(STAMP, wanted)) return
  mkdirSync(join(root, FOLDER), { recursive: true })
  for (const part of /** @type {const} */ (['latin', 'latin-ext'])) {
    const whole = readFileSync(join(root, FILES, `inter-${part}-wght-normal.woff2`))
    writeFileSync(join(root, FONTS[part]), await cut(whole, LETTERS[part]))
  }
  writeStamp(STAMP, wanted)
}

/** @param {Buffer} font @param {string} text @returns {Promise<Buffer>} as WOFF2 */
async function cut(font, text) {
  // Whoever begins has no packages yet.
  const { default: subsetFont } = await import('subset-font')
  return subsetFont(font, text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
  })
}
