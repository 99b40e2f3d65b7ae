/** A text of somebody's as Markdown that reads as exactly that text, on one line: nothing of it is markup. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~|]|!(?=\[)|&(?=[#\w]+;)/g, '\\$&')
    // At the beginning of a line these would make a heading, a list or a quote.
    .replace(/^([#+-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}

/** A link with this text; the text alone where the address is none of the web's. */
export function markdownLink(text: string, url: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(url) ? `[${plainMarkdown(text)}](<${url}>)` : plainMarkdown(text)
}
