const ANYWHERE = 'http://hallway.invalid'

/**
 * Where to go after signing in: `wanted` when it is a path of this site, else the start page. An address of another
 * site, in whatever disguise a browser would follow, and the sign-in screens themselves are not.
 */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, ANYWHERE)) return '/'
  const url = new URL(wanted, ANYWHERE)
  const path = `${url.pathname}${url.search}${url.hash}`
  // "/./\evil.example" is ours when parsed, and "//evil.example" once written out again.
  if (url.origin !== ANYWHERE || path.startsWith('//') || /^\/(sign-in|api)(\/|$)/.test(url.pathname)) return '/'
  return path
}

/**
 * May next-auth be given this as where to go back to? What is no address of the web it takes for a wrong configuration
 * of its own.
 */
export function isWebAddress(wanted: string): boolean {
  const address = URL.parse(wanted, wanted.startsWith('/') ? ANYWHERE : undefined)
  return address !== null && /^https?:$/.test(address.protocol)
}
