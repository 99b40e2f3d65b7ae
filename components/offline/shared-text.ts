/**
 * Title, text and address, each once: many apps send the address within the text.
 * @param search of the address to which it was shared
 */
export function sharedText(search: string): string {
  const query = new URLSearchParams(search)
  const parts = ['title', 'text', 'url'].map((name) => query.get(name)?.trim() ?? '')
  return parts
    .filter((part, index) => part !== '' && !parts.slice(0, index).some((before) => before.includes(part)))
    .join('\n')
}
