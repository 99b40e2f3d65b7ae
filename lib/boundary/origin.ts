const reading = ['GET', 'HEAD', 'OPTIONS']

/**
 * Does this request write, in a browser, on behalf of a page of another site? Browsers say so by Sec-Fetch-Site where
 * the connection is trusted, else by Origin. A request with neither comes from no browser and carries nobody's cookies.
 * @param publicUrl HALLWAY_URL, if set: behind a proxy the Host may be another
 */
export function isForeignWrite(request: { method: string; headers: Headers }, publicUrl: string | undefined): boolean {
  if (reading.includes(request.method)) return false
  const site = request.headers.get('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.get('origin')
  if (!origin) return false
  const ours = [request.headers.get('host'), publicUrl ? new URL(publicUrl).host : null]
  return !URL.canParse(origin) || !ours.includes(new URL(origin).host)
}
