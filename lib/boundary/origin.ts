const reads: readonly (string | undefined)[] = ['GET', 'HEAD', 'OPTIONS']

/** Is this a request that may change something? */
export function isWrite({ method }: { method?: string | undefined }): boolean {
  return !reads.includes(method)
}

/**
 * Does this request write, in a browser, on behalf of a page of another site? Browsers say so by Sec-Fetch-Site where
 * the connection is trusted, else by Origin. A request with neither comes from no browser and carries nobody's cookies.
 * @param publicUrl HALLWAY_URL, if set: behind a proxy the Host may be another
 */
export function isForeignWrite(
  request: { method?: string | undefined; headers: Pick<Headers, 'get'> },
  publicUrl: string | undefined,
): boolean {
  if (!isWrite(request)) return false
  const site = request.headers.get('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.get('origin')
  if (!origin) return false
  const host = hostOf(origin)
  return host === null || ![request.headers.get('host'), publicUrl ? hostOf(publicUrl) : null].includes(host)
}

/** The host of an origin as a Host header would say it; "null" and other nonsense have none. */
export function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host || null : null
}
