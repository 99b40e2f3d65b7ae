import { createHash } from 'node:crypto'
import type { InlineSources } from '../doors/security'

// Next escapes "<" in what it writes into scripts, so the first end tag is theirs.
const ELEMENT = /<(script|style)(\s[^>]*)?>([\s\S]*?)<\/\1>/g

/** The hashes by which a policy allows exactly the inline scripts and styles of this page. */
export function inlineSources(html: string): InlineSources {
  const found = [...html.matchAll(ELEMENT)].map(([, name, attributes = '', content = '']) => ({
    name,
    content,
    isInline: !/\ssrc=/.test(attributes),
  }))
  const hashesOf = (name: string) => [
    ...new Set(
      found
        .filter((element) => element.name === name && element.isInline && element.content !== '')
        .map(({ content }) => hashOf(content)),
    ),
  ]
  return { scripts: hashesOf('script'), styles: hashesOf('style') }
}

function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`
}
