/** A text of somebody's as Markdown that reads as exactly that text, on one line: nothing of it is markup. */
export function plainMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_[\]<>~|]|!(?=\[)|&(?=[#\w]+;)/g, '\\$&')
      // At the beginning of a line these would make a heading, a list or a quote.
      .replace(/^([#+-])/, '\\$1')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  )
}

/** A link with this text; the text alone where the address is none of the web's. */
export function markdownLink(text: string, url: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(url) ? `[${plainMarkdown(text)}](<${url}>)` : plainMarkdown(text)
}

const LINK =
  /\[([^[\]\n]{1,500})\]\((https?:\/\/[^\s()<>]{1,2000})\)|(https?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?'”»)\]])/g

/** The same, but that its links are links. */
export function plainMarkdownWithLinks(text: string): string {
  const parts: string[] = []
  let at = 0
  for (const match of text.matchAll(LINK)) {
    const [whole, label, target, bare = ''] = match
    parts.push(plainMarkdown(text.slice(at, match.index)), target ? markdownLink(label ?? '', target) : `<${bare}>`)
    at = match.index + whole.length
  }
  return [...parts, plainMarkdown(text.slice(at))]
    .filter(Boolean)
    .reduce(
      (said, part) => (said && !/^[.,;:!?)\]»”]/.test(part) && !said.endsWith('(') ? `${said} ${part}` : said + part),
      '',
    )
}
