/** Where a schedule is, as a person names it, and what has to be fetched for it. */
export type SourceAddress = {
  /** The same for every way to write it. */
  address: string
  /** What tells this source from others, where the address says it and the files do not. */
  siteKey: string | null
  /** The first must be there; the others complete it. */
  urls: string[]
}

/**
 * Recognises the sites whose pages have the schedule at an address of their own: any page of a sched.com site
 * (`/all.ics`) and any view of Sessionize's API (GridSmart with Speakers; All is all by itself). Every other address is
 * the file itself.
 */
export function sourceAddress(typed: string): SourceAddress {
  const address = typed.trim().replace(/^webcals?:\/\//i, 'https://')
  const url = URL.canParse(address) ? new URL(address) : null
  return (
    (url && (schedSite(url) ?? sessionizeView(url))) ?? {
      address: url?.href ?? address,
      siteKey: null,
      urls: [url?.href ?? address],
    }
  )
}

function schedSite({ hostname, pathname }: URL): SourceAddress | null {
  if (!/^(?!www\.)[^.]+\.sched\.com$/.test(hostname) || pathname.endsWith('.ics')) return null
  const address = `https://${hostname}/all.ics`
  return { address, siteKey: null, urls: [address] }
}

function sessionizeView({ hostname, pathname }: URL): SourceAddress | null {
  const [, key, view] = /^\/api\/v2\/([^/]+)(?:\/view\/(\w+))?/.exec(pathname) ?? []
  if (!/^(www\.)?sessionize\.com$/.test(hostname) || !key) return null
  const address = `https://sessionize.com/api/v2/${key}`
  const views = view?.toLowerCase() === 'all' ? ['All'] : ['GridSmart', 'Speakers']
  return { address, siteKey: key, urls: views.map((name) => `${address}/view/${name}`) }
}
