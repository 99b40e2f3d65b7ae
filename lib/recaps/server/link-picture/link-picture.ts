import { escapeUTF8 } from 'entities'
import { LRUCache } from 'lru-cache'
import type { OutputInfo } from 'sharp'
import { loadSharp } from '@/lib/platform/pictures/load-sharp'
import { runsFromRight } from '@/lib/platform/bidi'
import { CARD, cardLines, drawableCard, type CardLine } from '../../link-card'
import type { PublicRecap } from '../public-queries'
import { publishedDay } from '../recap-page'
import { familiesFor, knowLetters } from './fonts'

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

const { width, height, padding, edge, ground, accent } = CARD
/** What the lines have. */
const [LEFT, WIDTH] = [edge + padding, width - edge - 2 * padding]
const MOST_HEIGHTS: Record<CardLine['name'], number> = { about: 80, title: 340, author: 90 }

async function draw({ content, author, firstAt }: PublicRecap): Promise<Buffer> {
  const words = {
    title: content.title,
    author: author.name,
    conference: content.conference?.name ?? null,
    day: publishedDay(firstAt, content),
    handle: author.handle,
  }
  const lines = cardLines(drawableCard(words, await knowLetters()))
  const families = await familiesFor(lines.map(({ text }) => text).join(''))
  const [top, middle, bottom] = await Promise.all(lines.map((line) => drawLine(line, families)))
  const sharp = await loadSharp()
  const card = sharp({ create: { width, height, channels: 3, background: ground } })
  return card
    .composite([
      { input: { create: { width: edge, height, channels: 3, background: accent } }, left: 0, top: 0 },
      ...placed(top, () => padding),
      ...placed(middle, (taken) => Math.round((height - taken) / 2)),
      ...placed(bottom, (taken) => height - padding - taken),
    ])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
}

type DrawnLine = { data: Buffer; info: OutputInfo; isFromRight: boolean } | null

/** Pango puts letters into their order, joins those that belong together, and breaks lines where a script may be. */
async function drawLine({ name, text, size, colour, isBold }: CardLine, families: string): Promise<DrawnLine> {
  if (!text) return null
  const sharp = await loadSharp()
  const [weight, lineHeight] = [isBold ? 'bold' : 'normal', Math.round(size * 1.2 * 1024)]
  const style = `foreground="${colour}" weight="${weight}" line_height="${lineHeight}"`
  const drawn = sharp({
    text: {
      text: `<span ${style}>${escapeUTF8(text)}</span>`,
      font: `${families} ${size}`,
      width: WIDTH,
      wrap: 'word-char',
      // A point is a pixel.
      dpi: 72,
      rgba: true,
    },
  })
  const fitted = drawn.resize({ width: WIDTH, height: MOST_HEIGHTS[name], fit: 'inside', withoutEnlargement: true })
  const { data, info } = await fitted.raw().toBuffer({ resolveWithObject: true })
  return { data, info, isFromRight: runsFromRight(text) }
}

function placed(line: DrawnLine | undefined, topOf: (height: number) => number) {
  if (!line) return []
  const { data, info, isFromRight } = line
  const { width, height, channels } = info
  return [
    {
      input: data,
      raw: { width, height, channels },
      left: isFromRight ? LEFT + WIDTH - width : LEFT,
      top: topOf(height),
    },
  ]
}
