import { loadSharp } from '@/lib/platform/pictures/load-sharp'

/** What a font with emoji in colours is called where the system has one; nothing of ours depends on it. */
export const COLOUR_EMOJI = 'Noto Color Emoji'

/** A letter of a flag, whose pair such a font draws as one. */
const FLAG = /[\u{1f1e6}-\u{1f1ff}]/u

let found: Promise<boolean> | null = null

/** Does this machine draw emoji in colours? Asked of Pango once. */
export function hasColourEmoji(): Promise<boolean> {
  return (found ??= drawsInColours())
}

/** Does the font for colours have a letter that our own has not? */
export function isFlag(letter: string): boolean {
  return FLAG.test(letter)
}

async function drawsInColours(): Promise<boolean> {
  const sharp = await loadSharp()
  // Whatever else would stand in for it is drawn in the colour of the text, which is black.
  const { channels } = await sharp({ text: { text: '🇫🇷', font: `${COLOUR_EMOJI} 24`, dpi: 72, rgba: true } }).stats()
  return channels.slice(0, 3).some(({ max }) => max > 128)
}
