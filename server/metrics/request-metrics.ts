import type { Histogram } from 'prom-client'

/** Tells of a request that ended. @param status null: it was broken off */
export type ObserveRequest = (path: string, status: number | null, seconds: number) => void

/** The kinds of requests that are told apart: enough to see what is slow, and a number that does not grow. */
export const routeClasses = [
  'live',
  'probe',
  'push',
  'pull',
  'photo',
  'api',
  'sign-in',
  'feed',
  'static',
  'document',
  'page',
  'recap',
  'other',
] as const
type RouteClass = (typeof routeClasses)[number]

const byBeginning: readonly (readonly [beginning: string, RouteClass])[] = [
  ['/api/live', 'live'],
  ['/api/health', 'probe'],
  ['/api/ready', 'probe'],
  ['/metrics', 'probe'],
  ['/api/v1/push', 'push'],
  ['/api/v1/pull', 'pull'],
  ['/api/v1/photos/', 'photo'],
  ['/api/v1/', 'api'],
  ['/api/auth/', 'sign-in'],
  ['/sign-in', 'sign-in'],
  ['/feeds/', 'feed'],
  ['/_next/', 'static'],
  ['/@', 'recap'],
]
const DOCUMENT = /^\/c\/.*\.(ics|json|xml|csv|jsonld)$/
const STATIC = /\.(js|css|woff2|png|svg|ico|webmanifest|txt)$/

/** What kind of request it is, by its address. */
export function routeClassOf(path: string): RouteClass {
  const known = byBeginning.find(([beginning]) => path.startsWith(beginning))
  if (known) return known[1]
  if (path.startsWith('/c/')) return DOCUMENT.test(path) ? 'document' : 'page'
  if (STATIC.test(path)) return 'static'
  return path === '/' || path.startsWith('/settings') ? 'page' : 'other'
}

/** What came of it: "2xx", or "aborted" where whoever asked went away. */
function outcomeOf(status: number | null): string {
  return status === null ? 'aborted' : `${Math.floor(status / 100)}xx`
}

/** Puts requests into the histogram; a live screen's is open for hours and has a number of its own. */
export function observeInto(histogram: Histogram<'route' | 'status'>): ObserveRequest {
  return (path, status, seconds) => {
    const route = routeClassOf(path)
    if (route !== 'live') histogram.observe({ route, status: outcomeOf(status) }, seconds)
  }
}
