/** The cookie in which a browser keeps which conferences were looked at last in it, so that Home begins with them. */
export const RECENT_COOKIE = 'hallway-recent'

const MOST = 6
// No slug has one.
const BETWEEN = '.'
const SLUG = /^[a-z0-9-]+$/

/** The slugs in the cookie, the latest first; anything else in it is left out. */
export function recentOf(cookie: string | undefined): string[] {
  return (cookie ?? '')
    .split(BETWEEN)
    .filter((slug) => SLUG.test(slug))
    .slice(0, MOST)
}

/** What the cookie is once this conference was looked at. */
export function withRecent(cookie: string | undefined, slug: string): string {
  return [slug, ...recentOf(cookie).filter((other) => other !== slug)].slice(0, MOST).join(BETWEEN)
}
