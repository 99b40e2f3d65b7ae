import { graphOf } from '@/lib/formats/json-ld/events'
import { sessionsOf } from '@/lib/formats/json-ld/json-ld'
import { linkedDataOf } from '@/lib/formats/json-ld/scripts'
import { decodeText } from '@/lib/formats/reading/encoding'
import { readPage } from '@/lib/formats/reading/page'
import { sourceAddress, type SourceAddress } from './source-address'

/** A schedule's page says where it is near its beginning; what is longer is read where pages cannot hold anybody up. */
const MOST_BYTES = 2_000_000

/** Is this a page for people? */
export function isPage(bytes: Uint8Array): boolean {
  const { text } = decodeText(bytes.subarray(0, 2000))
  return /^\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|script|meta|div)\b/i.test(text)
}

/**
 * Where a page says that its schedule is: an embed of Sessionize or sched.com, an export of pretalx or frab, a
 * calendar.
 * @param address of the page, from which its links lead
 * @returns null where it holds the sessions itself, or names no schedule
 */
export function scheduleOnPage(bytes: Uint8Array, address: string): SourceAddress | null {
  const page = bytes.subarray(0, MOST_BYTES)
  const { text } = decodeText(page)
  if (text.includes('data-sessionid=')) return null
  if (sessionsOf(graphOf(linkedDataOf({ name: '', bytes: page }))).length > 0) return null
  const links = linksOf(text, address)
  // A sheet that a page links to may be anything.
  const site = links
    .map(({ url }) => sourceAddress(url))
    .find(({ isSite, address }) => isSite && !address.startsWith('https://docs.google.com/'))
  if (site) return site
  const found = links.find(isExport('json')) ?? links.find(isExport('xml')) ?? calendarOf(links)
  return found ? sourceAddress(found.url) : null
}

type Link = { url: string; type: string }

function linksOf(html: string, address: string): Link[] {
  const links = new Map<string, Link>()
  let base = address
  readPage(html, {
    onOpen: (name, { href, src, type = '' }) => {
      if (name === 'base' && href && URL.canParse(href, address)) base = new URL(href, address).href
      const named = name === 'a' || name === 'link' ? href : name === 'script' || name === 'iframe' ? src : undefined
      if (!named || named.length > 2000 || !URL.canParse(named, base)) return
      const url = new URL(named.replace(/^webcals?:/i, 'https:'), base)
      url.hash = ''
      if (!/^https?:$/.test(url.protocol) || links.has(url.href)) return
      links.set(url.href, { url: url.href, type })
    },
  })
  return [...links.values()]
}

/** The one calendar of all: that which the page offers to programs, the only one, or one that is called a schedule. */
function calendarOf(links: Link[]): Link | undefined {
  const offered = links.find(({ type }) => type === 'text/calendar')
  const calendars = links.filter(({ url }) => /\.ics$/i.test(new URL(url).pathname))
  const named = calendars.find(({ url }) =>
    /(^|[/_-])(all|schedule|programme?|agenda|calendar)\.ics$/i.test(new URL(url).pathname),
  )
  return offered ?? named ?? (calendars.length === 1 ? calendars[0] : undefined)
}

function isExport(ending: 'json' | 'xml'): (link: Link) => boolean {
  return ({ url }) => new RegExp(String.raw`(^|/)schedule\.${ending}$`, 'i').test(new URL(url).pathname)
}
