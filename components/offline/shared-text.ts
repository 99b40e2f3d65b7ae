import { cleanText } from '@/lib/platform/clean-text'

/**
 * Title, text and address, each once, cleaned: many apps send the address within the text, and some what
 * no page can show.
 * @param search of the address to which it was shared
 */
export function sharedText(search: string): string {
  const query = new URLSearchParams(search)
  const parts = ['title', 'text', 'url'].map((name) => cleanText(query.get(name)) ?? '')
  return parts
    .filter((part, index) => part !== '' && !parts.slice(0, index).some((before) => before.includes(part)))
    .join('\n')
}
