import { withoutCredentials } from '@/lib/platform/http/public-address'

/** Where a schedule is, as a person names it, and what has to be fetched for it. */
export type SourceAddress = {
  /** The same for every way to write it, without credentials: it is stored and shown. */
  address: string
  /** What tells this source from others, where the address says it and the files do not. */
  siteKey: string | null
  /** The first must be there; the others complete it. */
  urls: string[]
  /** What to fetch instead where the first is for programs of its site's own. */
  instead: string | null
  /** Does the address itself say which site has the schedule, and where? */
  isSite: boolean
}

/**
 * Recognises the sites whose pages have the schedule at an address of their own: any page of a sched.com site
 * (`/all.ics`), any view and embed of Sessionize's API (GridSmart with Speakers; All is all by itself), an event of
 * pretalx, an edition of FOSDEM, a Google spreadsheet. Every other address is the file itself, or a page that may lead
 * to it. A scheme may be missing, and the address may stand in the code that embeds a schedule.
 */
export function sourceAddress(typed: string): SourceAddress {
  const address = normalized(typed)
  const url = URL.canParse(address) ? new URL(address) : null
  return (
    (url && (schedSite(url) ?? sessionizeView(url) ?? pretalxEvent(url) ?? fosdem(url) ?? googleSheet(url))) ??
    one(url?.href ?? address, false)
  )
}

function normalized(typed: string): string {
  const [, embedded] = /<[^>]*\b(?:src|href)\s*=\s*["']([^"'\s]+)["']/i.exec(typed.slice(0, 5000)) ?? []
  const address = (embedded ?? typed).trim().replace(/^webcals?:\/\//i, 'https://')
  if (address.startsWith('//')) return `https:${address}`
  const isBare = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+(:\d+)?([/?#]|$)/u.test(address)
  return isBare ? `https://${address}` : address
}

function one(url: string, isSite = true): SourceAddress {
  return { address: withoutCredentials(url), siteKey: null, urls: [url], instead: null, isSite }
}

function schedSite({ hostname, pathname }: URL): SourceAddress | null {
  if (!/^(?!(www|help|support|status|blog)\.)[^.]+\.sched\.com$/.test(hostname) || pathname.endsWith('.ics'))
    return null
  return one(`https://${hostname}/all.ics`)
}

function sessionizeView({ hostname, pathname }: URL): SourceAddress | null {
  const [, key, view] = /^\/api\/v2\/([^/]+)(?:\/view\/(\w+))?/.exec(pathname) ?? []
  if (!/^(www\.)?sessionize\.com$/.test(hostname) || !key) return null
  const address = `https://sessionize.com/api/v2/${key}`
  const isAll = view?.toLowerCase() === 'all'
  const views = isAll ? ['All'] : ['GridSmart', 'Speakers']
  return {
    // Whoever asks there again gets the same files.
    address: isAll ? `${address}/view/All` : address,
    siteKey: key,
    urls: views.map((name) => `${address}/view/${name}`),
    // What a site's page loads where the API was set up to give pages and no JSON.
    instead: `${address}/view/GridSmart?under=True`,
    isSite: true,
  }
}

/** A page of an event of pretalx, there or on an installation that is called so. Its export has all that is public. */
function pretalxEvent({ origin, hostname, pathname }: URL): SourceAddress | null {
  const [, event] =
    /^\/([\w-]+)(?:\/(?:schedule|talk|speaker|featured|sneak)(?:\/(?!export)[^/]*)*|\/)?\/?$/.exec(pathname) ?? []
  if (!/^pretalx\./.test(hostname) || !event || /^(orga|api|static|media|redirect|p)$/.test(event)) return null
  return one(`${origin}/${event}/schedule/export/schedule.json`)
}

function fosdem({ hostname, pathname }: URL): SourceAddress | null {
  const [, year] = /^\/(20\d\d)(?:\/|$)/.exec(pathname) ?? []
  if (!/^(www\.)?fosdem\.org$/.test(hostname) || !year || /^\/\d+\/schedule\/(xml|ical)$/.test(pathname)) return null
  return one(`https://fosdem.org/${year}/schedule/xml`)
}

/** One sheet as CSV: the one that the address names, else the first. */
function googleSheet({ hostname, pathname, searchParams, hash }: URL): SourceAddress | null {
  if (hostname !== 'docs.google.com') return null
  const sheet = /\bgid=(\d+)/.exec(hash)?.[1] ?? /^\d+$/.exec(searchParams.get('gid') ?? '')?.[0]
  const gid = sheet === undefined ? '' : `&gid=${sheet}`
  const [, published] = /^\/spreadsheets\/d\/e\/([\w-]+)/.exec(pathname) ?? []
  if (published) return one(`https://docs.google.com/spreadsheets/d/e/${published}/pub?output=csv${gid}`)
  const [, id] = /^\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(pathname) ?? []
  return id ? one(`https://docs.google.com/spreadsheets/d/${id}/export?format=csv${gid}`) : null
}
