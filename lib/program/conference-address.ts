/**
 * Where something of a conference is. Apart from the table of its pages, which not every page of the browser's needs.
 * @param path what follows /c/<slug>/; empty: the conference itself
 */
export function conferenceAddress(slug: string, path: string): string {
  return `/c/${slug}${path && '/'}${path}`
}
