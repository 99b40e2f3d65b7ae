/** Code that Next asks for in a page's head, and the hints that ask for it sooner still. */
const CODE = /<script src="\/_next\/static\/[^"]+" async=""><\/script>/g
const HINTS = /<link rel="preload" as="script"[^>]*>/g

/**
 * Puts a page's code at its end: a network that is slow brings first what is read. Of its bytes the code is the most,
 * and asked for in the head it shares the way with the text, which came half a second later for it on slow 4G.
 *
 * @param html a page as Next writes it
 * @returns the same page; another than a whole page of Next's is left as it is
 */
export function codeLast(html: string): string {
  const endOfHead = html.indexOf('</head>')
  const end = html.lastIndexOf('</body>')
  if (endOfHead < 0 || end < endOfHead) return html
  const head = html.slice(0, endOfHead)
  const code = head.match(CODE) ?? []
  const text = html.slice(endOfHead, end)
  return head.replace(CODE, '').replace(HINTS, '') + text + code.join('') + html.slice(end)
}
