import { markdownLink } from './markdown-text'
import { findPlaceMarks, type PlaceMark } from './place-marks'

export type LinkKind = 'slides' | 'replay'
/** What a place mark says that waits for a link, and what the link is then called; in each language. */
export type LinkWords = Record<LinkKind, { todo: readonly string[]; said: Record<string, string> }>
export type LinkedSession = { number: number; title: string; slides?: string; replay?: string }
/** A link that arrived, and the place mark that waits for it. */
export type LinkOffer = { mark: PlaceMark; kind: LinkKind; title: string; url: string }

const SESSION = /\]\(session:(\d+)\)/

/**
 * The links that are known by now and still marked as missing in a recap, each under the session that the text names
 * last before it.
 */
export function findLinkOffers(markdown: string, sessions: readonly LinkedSession[], words: LinkWords): LinkOffer[] {
  const lines = markdown.split('\n')
  const byNumber = new Map(sessions.map((session) => [session.number, session]))
  return findPlaceMarks(markdown).flatMap((mark): LinkOffer[] => {
    const kind = (['slides', 'replay'] as const).find((one) => words[one].todo.includes(mark.text.toLowerCase()))
    const number = lines
      .slice(0, mark.line + 1)
      .toReversed()
      .flatMap((line) => SESSION.exec(line)?.[1] ?? [])[0]
    const session = byNumber.get(Number(number))
    const url = kind && session?.[kind]
    return kind && session && url ? [{ mark, kind, title: session.title, url }] : []
  })
}

/** The text with the link where its place mark was. */
export function takeLinkOffer(
  markdown: string,
  { mark, kind, url }: LinkOffer,
  words: LinkWords,
  language: string,
): string {
  const link = markdownLink(words[kind].said[language] ?? kind, url)
  return markdown
    .split('\n')
    .map((line, index) => (index === mark.line ? line.replace(mark.written, () => link) : line))
    .join('\n')
}
