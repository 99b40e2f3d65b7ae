import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { LRUCache } from 'lru-cache'
import type { Font } from 'satori'
import { loadSharp } from '@/lib/notes/server/load-sharp'
import { CARD_SIZE, drawableCard, linkCard } from '../link-card'
import type { PublicRecap } from './public-queries'
import { publishedDay } from './recap-page'

const pictures = new LRUCache<string, Promise<Buffer>>({ max: 100 })

/**
 * What a link to a recap is shown with: its title, author and conference, 1200 × 630, PNG. Nothing is fetched for it.
 * Drawn once for as long as it says the same.
 */
export function linkPicture(recap: PublicRecap): Promise<Buffer> {
  const key = JSON.stringify([recap.id, recap.updatedAt, recap.author.name, recap.content.conference])
  const drawn = pictures.get(key) ?? draw(recap)
  pictures.set(key, drawn)
  drawn.catch(() => pictures.delete(key))
  return drawn
}

async function draw(recap: PublicRecap): Promise<Buffer> {
  const svg = await pictureSvg(recap)
  const sharp = await loadSharp()
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer()
}

/** The same as SVG, of outlines only: no letter of anybody's text is in it. */
export async function pictureSvg({ content, author, firstAt }: PublicRecap): Promise<string> {
  const about = [content.conference?.name, publishedDay(firstAt, content)].filter(Boolean).join(' · ')
  const card = drawableCard({ title: content.title, author: author.name, about, handle: author.handle })
  // As sharp only where a picture is asked for.
  const { default: satori } = await import('satori')
  return satori(linkCard(card), { ...CARD_SIZE, fonts: await fontsFor(Object.values(card).join('')) })
}

const require = createRequire(import.meta.url)
const held = new Map<string, Promise<Buffer>>()

/** The fonts with the letters of a text: Latin always, of Japanese and Chinese only the parts that it needs. */
async function fontsFor(text: string): Promise<Font[]> {
  const base = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'].flatMap((subset) => [
    {
      name: `Inter ${subset}`,
      package: '@fontsource/inter',
      file: `inter-${subset}-400-normal.woff`,
      weight: 400 as const,
    },
    {
      name: `Inter ${subset}`,
      package: '@fontsource/inter',
      file: `inter-${subset}-700-normal.woff`,
      weight: 700 as const,
    },
  ])
  const more = [...(await partsFor(text))].map((part) => ({
    name: `Noto ${part}`,
    package: '@fontsource/noto-sans-jp',
    file: `noto-sans-jp-${part}-700-normal.woff`,
    weight: 700 as const,
  }))
  return Promise.all(
    [...base, ...more].map(async ({ name, weight, ...font }): Promise<Font> => ({
      name,
      weight,
      style: 'normal',
      data: await load(font.package, `files/${font.file}`),
    })),
  )
}

/** The numbers of the font's parts that hold this text's letters. */
async function partsFor(text: string): Promise<Set<string>> {
  const letters = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0).filter((code) => code > 0x2e7f)
  if (letters.length === 0) return new Set()
  const ranges: unknown = JSON.parse((await load('@fontsource/noto-sans-jp', 'unicode.json')).toString())
  const parts = Object.entries(typeof ranges === 'object' && ranges ? ranges : {}).filter(([, range]) =>
    letters.some((code) => holds(String(range), code)),
  )
  return new Set(parts.map(([name]) => name.replace(/[[\]]/g, '')))
}

/** Is a code point in "U+3041-3093,U+4e00"? */
function holds(ranges: string, code: number): boolean {
  return ranges.split(',').some((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return code >= parseInt(first, 16) && code <= parseInt(last, 16)
  })
}

function load(name: string, file: string): Promise<Buffer> {
  const path = join(dirname(require.resolve(`${name}/package.json`)), file)
  const known = held.get(path) ?? readFile(path)
  held.set(path, known)
  return known
}
