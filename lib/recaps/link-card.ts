import { isolated, settleBidi } from '@/lib/platform/bidi'
import { shorten } from '@/lib/platform/clean-text'

/** What a link to a recap is shown with, in the size in which others show it: a ground, and an edge on its left. */
export const CARD = { width: 1200, height: 630, padding: 72, edge: 24, ground: '#faf8f4', accent: '#2a47b8' } as const
const LONGEST_TITLE = 140
const LONGEST_NAME = 70

type LinkCard = { title: string; author: string; about: string }
/** `conference`: null where nobody may know of it, or there is none. */
type CardWords = { title: string; author: string; conference: string | null; day: string; handle: string }

/**
 * A card with what can be drawn of its words.
 * @param words.handle stands where nothing is left of a name
 * @param isDrawn has this letter an outline? A browser has one for each, and the server those of its fonts
 */
export function drawableCard(
  { title, author, conference, day, handle }: CardWords,
  isDrawn: (letter: string) => boolean = () => true,
): LinkCard {
  const drawable = (text: string, longest: number) => {
    const shown = keepDrawn(text, isDrawn)
    return shorten(shown, longest) + (shown.length > longest ? '…' : '')
  }
  return {
    title: drawable(title, LONGEST_TITLE) || handle,
    author: drawable(author, LONGEST_NAME) || handle,
    about: [isolated(drawable(conference ?? '', LONGEST_NAME)), day].filter(Boolean).join(' · '),
  }
}

/** A line of the card; `size` in its own pixels. */
export type CardLine = { name: keyof LinkCard; text: string; size: number; colour: string; isBold: boolean }

/** What the card says, from top to bottom: the server draws it, and its author's screen before there is a picture. */
export function cardLines({ title, author, about }: LinkCard): [about: CardLine, title: CardLine, author: CardLine] {
  const ink = '#1d1b18'
  return [
    { name: 'about', text: about, size: 32, colour: '#5d574e', isBold: false },
    { name: 'title', text: title, size: titleSize(title), colour: ink, isBold: true },
    { name: 'author', text: author, size: 36, colour: ink, isBold: false },
  ]
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u

/** The more of a line its letters take, the smaller they are. */
function titleSize(title: string): number {
  const taken = [...title].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1.8 : 1), 0)
  if (taken > 150) return 42
  return taken > 80 ? 52 : 68
}

// Controls, halves of letters, and what no alphabet has given a meaning.
const NEVER_DRAWN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u

function keepDrawn(text: string, isDrawn: (letter: string) => boolean): string {
  const spaced = settleBidi(text.normalize('NFC')).replace(/\s+/g, ' ')
  const drawn = [...spaced].map((letter) => (!NEVER_DRAWN.test(letter) && isDrawn(letter) ? letter : inPlaceOf(letter)))
  return drawn.join('').replace(/ +/g, ' ').trim()
}

/** A flag is written with the letters of its country. */
function inPlaceOf(letter: string): string {
  const [code, first] = [letter.codePointAt(0) ?? 0, 0x1f1e6]
  return code >= first && code < first + 26 ? String.fromCodePoint(0x41 + code - first) : ''
}
