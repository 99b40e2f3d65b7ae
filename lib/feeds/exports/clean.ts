import { calendarText } from '../calendar-text'

/**
 * A text as files may hold it: without control characters, halves of characters, and the two code points that XML has
 * no way to write.
 */
export function fileText(text: string): string {
  return calendarText(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
}

/** The same on one line. */
export function fileLine(text: string): string {
  return fileText(text).replace(/\s+/g, ' ').trim()
}

/**
 * An address of the web as RFC 3986 writes it, which is stricter than browsers are, and without a password; null for
 * what is none, or has a host that it cannot write.
 */
export function webUri(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const { protocol, origin, host, pathname, search, hash } = new URL(address)
  if (!/^https?:$/.test(protocol) || /[^\w\-.:[\]]/.test(host)) return null
  const fragment = hash === '' ? '' : `#${escaped(hash.slice(1)).replaceAll('#', '%23')}`
  return `${origin}${escaped(pathname + search)}${fragment}`
}

function escaped(text: string): string {
  return text.replace(/[^\w\-.~:/?#@!$&'()*+,;=%]|%(?![\da-f]{2})/gi, (character) => encodeURIComponent(character))
}
