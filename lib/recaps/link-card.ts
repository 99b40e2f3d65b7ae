import type { CSSProperties } from 'react'
import { settleBidi } from '@/lib/platform/bidi'
import { shorten } from '@/lib/platform/clean-text'

/** What a link to a recap is shown with, in the size in which others show it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const
const LONGEST_TITLE = 140

type LinkCard = { title: string; author: string; about: string }

/** A card with what our fonts can draw of its words. @param card.handle stands where nothing is left of a name */
export function drawableCard({ title, author, about, handle }: LinkCard & { handle: string }): LinkCard {
  const shown = shorten(title, LONGEST_TITLE) + (title.length > LONGEST_TITLE ? '…' : '')
  return { title: drawable(shown) || handle, author: drawable(author) || handle, about: drawable(about) }
}

/** An element as satori draws it and as React does. */
type Drawn<Children> = { type: 'div'; key: string | null; props: { style: CSSProperties; children: Children } }

/** The card, drawn: by the server as a picture, and on its author's screen before there is one. */
export function linkCard({ title, author, about }: LinkCard): Drawn<Drawn<string>[]> {
  const size = title.length > 80 ? 52 : 68
  const style: CSSProperties = {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    padding: 72,
    background: '#faf8f4',
    color: '#1d1b18',
    borderLeft: '24px solid #2a47b8',
    fontFamily: 'Inter latin',
    wordBreak: 'break-word',
    overflow: 'hidden',
  }
  const children = [
    line('about', about, { fontSize: 32, color: '#5d574e' }),
    line('title', title, { fontSize: size, fontWeight: 700, lineHeight: 1.2 }),
    line('author', author, { fontSize: 36 }),
  ]
  return { type: 'div', key: null, props: { style, children } }
}

function line(key: string, text: string, style: CSSProperties): Drawn<string> {
  return { type: 'div', key, props: { style: { display: 'flex', ...style }, children: text } }
}

// What our fonts have no outlines for (emoji among them) would be drawn as boxes.
const DRAWABLE_SCRIPTS = ['Latin', 'Greek', 'Cyrillic', 'Han', 'Hiragana', 'Katakana', 'Common', 'Inherited']
const UNDRAWABLE = new RegExp(
  [
    `[^${DRAWABLE_SCRIPTS.map((script) => String.raw`\p{Script=${script}}`).join('')}]`,
    String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f\u20e3]`,
    String.raw`[\u{1f1e6}-\u{1f1ff}]`,
    String.raw`[\p{Cc}\p{Cs}]`,
  ].join('|'),
  'gu',
)

/** A text without what cannot be drawn. */
function drawable(text: string): string {
  return settleBidi(text).replace(/\s+/g, ' ').replace(UNDRAWABLE, '').replace(/ +/g, ' ').trim()
}
