import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { loadSharp } from '@/lib/platform/pictures/load-sharp'
import { COLOUR_EMOJI, hasColourEmoji, isFlag } from './colour-emoji'

/** A font comes in parts of some letters each. */
type Part = { font: FontName; part: string; letters: RegExp; ranges: [first: number, last: number][] }
type FontName = (typeof fonts)[number]['name']

const EAST_ASIAN = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{sc=Common}\p{sc=Inherited}]/u

/** Asked for a letter in this order, each for those `letters` alone. `family`: what its files call it. */
const fonts = [
  { name: 'inter', family: 'Inter', letters: /./su },
  { name: 'noto-sans-hebrew', family: 'Noto Sans Hebrew Thin', letters: /\p{scx=Hebrew}/u },
  { name: 'noto-sans-arabic', family: 'Noto Sans Arabic', letters: /\p{scx=Arabic}/u },
  { name: 'noto-sans-armenian', family: 'Noto Sans Armenian', letters: /\p{scx=Armenian}/u },
  { name: 'noto-sans-georgian', family: 'Noto Sans Georgian', letters: /\p{scx=Georgian}/u },
  { name: 'noto-sans-devanagari', family: 'Noto Sans Devanagari', letters: /\p{scx=Devanagari}/u },
  { name: 'noto-sans-bengali', family: 'Noto Sans Bengali', letters: /\p{scx=Bengali}/u },
  { name: 'noto-sans-tamil', family: 'Noto Sans Tamil', letters: /\p{scx=Tamil}/u },
  { name: 'noto-sans-thai', family: 'Noto Sans Thai', letters: /\p{scx=Thai}/u },
  { name: 'noto-sans-jp', family: 'Noto Sans JP Thin', letters: EAST_ASIAN },
  { name: 'noto-sans-kr', family: 'Noto Sans KR Thin', letters: EAST_ASIAN },
  { name: 'noto-sans-sc', family: 'Noto Sans SC Thin', letters: EAST_ASIAN },
  // It has no flags, whatever its ranges say, and no keys; where the system has emoji in colours, those come first.
  {
    name: 'noto-emoji',
    family: 'Noto Emoji',
    letters: /(?![\u20e3\u{1f1e6}-\u{1f1ff}])[\p{sc=Common}\p{sc=Inherited}]/u,
  },
] as const

/** Joins, marks and directs other letters, and is no outline of its own. */
const SHAPELESS = /[\p{Default_Ignorable_Code_Point}\s]/u

/** Is there an outline for a letter? */
export async function knowLetters(): Promise<(letter: string) => boolean> {
  const [parts, inColours] = [await allParts(), await hasColourEmoji()]
  return (letter) => SHAPELESS.test(letter) || (inColours && isFlag(letter)) || partFor(letter, parts) !== null
}

/**
 * Makes the parts of our fonts known that hold a text's letters, for as long as this process runs.
 * @returns the families to draw it with, as Pango is told them
 */
export async function familiesFor(text: string): Promise<string> {
  const parts = await allParts()
  const wanted = new Set([...text].flatMap((letter) => partFor(letter, parts) ?? []))
  for (const part of wanted) await makeKnown(part)
  // Pango remembers by their names which fonts there are: a name that nobody has makes it look for new ones.
  const families = fonts.map(({ family }) => family)
  const [ofEmoji] = families.splice(-1)
  return [...families, COLOUR_EMOJI, ofEmoji, `None of ${known.size}`].join(', ')
}

const known = new Map<Part, Promise<void>>()

function makeKnown(part: Part): Promise<void> {
  const made = known.get(part) ?? tellPango(part)
  known.set(part, made)
  made.catch(() => known.delete(part))
  return made
}

/** Pango reads fonts from files alone, and none that is compressed. */
async function tellPango({ font, part }: Part): Promise<void> {
  const { default: decompress } = await import('woff2-encoder/decompress')
  const fontfile = join(await folder(), `${font}-${part}.ttf`)
  await writeFile(
    fontfile,
    await decompress(await readFile(join(homeOf(font), `files/${font}-${part}-wght-normal.woff2`))),
  )
  const sharp = await loadSharp()
  await sharp({ text: { text: '.', fontfile, dpi: 72 } })
    .raw()
    .toBuffer()
}

let madeFolder: Promise<string> | null = null
const folder = () => (madeFolder ??= makeFolder())

async function makeFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'hallway-fonts-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  return made
}

const rangesSchema = z.record(z.string(), z.string())

let readParts: Promise<Part[]> | null = null
const allParts = () => (readParts ??= listParts())

async function listParts(): Promise<Part[]> {
  const each = fonts.map(async ({ name, letters }) => {
    const ranges = rangesSchema.parse(JSON.parse(await readFile(join(homeOf(name), 'unicode.json'), 'utf8')))
    return Object.entries(ranges).map(([part, range]) => ({
      font: name,
      part: part.replace(/[[\]]/g, ''),
      letters,
      ranges: readRanges(range),
    }))
  })
  return (await Promise.all(each)).flat()
}

function partFor(letter: string, parts: readonly Part[]): Part | null {
  const code = letter.codePointAt(0) ?? 0
  const holds = ({ letters, ranges }: Part) =>
    letters.test(letter) && ranges.some(([first, last]) => code >= first && code <= last)
  return parts.find(holds) ?? null
}

/** @param ranges "U+3041-3093,U+4e00" */
function readRanges(ranges: string): Part['ranges'] {
  return ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [parseInt(first, 16), parseInt(last, 16)]
  })
}

const require = createRequire(import.meta.url)

function homeOf(font: FontName): string {
  return dirname(require.resolve(`@fontsource-variable/${font}/package.json`))
}
