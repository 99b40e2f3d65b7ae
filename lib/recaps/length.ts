import { oneLine, shorten } from '@/lib/platform/clean-text'

/** What is parsed as Markdown at all (lib/platform/markdown/tangled-markdown.ts). */
export const MOST_RECAP_CHARACTERS = 100_000

export const MOST_TITLE_CHARACTERS = 200
export const MOST_SUMMARY_CHARACTERS = 500
export const MOST_TAGS = 20
export const MOST_TAG_CHARACTERS = 40
export const MOST_ADDRESS_CHARACTERS = 500
/** Of the author's own blog: http or https, nothing that a script could hide in. */
export const ADDRESS_PROTOCOL = /^https?$/

/** What of a recap does not fit, with the words that its sentence needs. */
export type Unfit =
  | { field: 'title'; why: 'titleMissing' }
  | { field: 'title' | 'summary'; why: 'titleTooLong' | 'summaryTooLong'; most: number }
  | { field: 'tags'; why: 'tooManyTags'; most: number }
  | { field: 'tags'; why: 'tagTooLong'; most: number; tag: string }
  | { field: 'address'; why: 'addressTooLong'; most: number }
  | { field: 'address'; why: 'addressWrong' }

type Fields = { title: string; summary: string; tags: readonly string[]; canonicalUrl: string | null }

/** Why a recap cannot be saved as it stands in an editor, from above; nothing: it can. */
export function listUnfit({ title, summary, tags, canonicalUrl }: Fields): Unfit[] {
  const [line, address] = [oneLine(title), canonicalUrl ?? '']
  const longTag = tags.find((tag) => oneLine(tag).length > MOST_TAG_CHARACTERS)
  const found: (Unfit | false)[] = [
    line === '' && { field: 'title', why: 'titleMissing' },
    line.length > MOST_TITLE_CHARACTERS && { field: 'title', why: 'titleTooLong', most: MOST_TITLE_CHARACTERS },
    summary.trim().length > MOST_SUMMARY_CHARACTERS && {
      field: 'summary',
      why: 'summaryTooLong',
      most: MOST_SUMMARY_CHARACTERS,
    },
    tags.length > MOST_TAGS && { field: 'tags', why: 'tooManyTags', most: MOST_TAGS },
    longTag !== undefined && {
      field: 'tags',
      why: 'tagTooLong',
      most: MOST_TAG_CHARACTERS,
      tag: `${shorten(longTag, 30)}…`,
    },
    address.length > MOST_ADDRESS_CHARACTERS && {
      field: 'address',
      why: 'addressTooLong',
      most: MOST_ADDRESS_CHARACTERS,
    },
    address !== '' && !isWebAddress(address) && { field: 'address', why: 'addressWrong' },
  ]
  return found.filter((one) => one !== false)
}

function isWebAddress(address: string): boolean {
  try {
    return ADDRESS_PROTOCOL.test(new URL(address).protocol.slice(0, -1))
  } catch {
    return false
  }
}

/**
 * May a recap's text be replaced by this one? Yes where it is within the limit, or shorter than before: a text that is
 * too long already can be cut down step by step.
 */
export function fitsRecap(text: string, before: string): boolean {
  return text.length <= MOST_RECAP_CHARACTERS || text.length < before.length
}
