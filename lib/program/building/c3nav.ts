/**
 * Where a c3nav shows a place and the way to it: `/l/<slug>/` of its own address (github.com/c3nav/c3nav).
 * @param c3nav where it is; https
 * @param slug of a room, by which c3nav is taken to know it, too
 */
export function c3navAddress(c3nav: string, slug: string): string {
  const home = new URL(c3nav)
  home.pathname = `${home.pathname.replace(/\/+$/, '')}/l/${encodeURIComponent(slug)}/`
  home.search = ''
  home.hash = ''
  return home.href
}
