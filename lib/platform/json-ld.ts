import { settleLines } from './bidi'

/** Facts for schema.org, ready to stand between script tags: "</script>" in a title would end the element. */
export function jsonLdText(facts: Record<string, unknown>): string {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...facts }, (_, value: unknown) =>
    typeof value === 'string' ? settleLines(value) : value,
  )
  return text.replace(/</g, '\\u003c')
}
