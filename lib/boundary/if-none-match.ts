/** Does an If-None-Match name this tag: `*`, or a list of quoted tags with or without `W/` (RFC 9110 §13.1.2)? */
export function namesTag(header: string, etag: string): boolean {
  return header.trim() === '*' || tagsIn(header).includes(etag)
}

// A quoted tag may hold commas, so the list is matched, not split.
function tagsIn(header: string): string[] {
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].map((match) => match[1] ?? '')
}
