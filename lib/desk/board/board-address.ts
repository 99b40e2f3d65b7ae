/** Where the server tells all that a conference's board shows. */
export function boardAddress(slug: string): string {
  return `/api/v1/board?conference=${encodeURIComponent(slug)}`
}
