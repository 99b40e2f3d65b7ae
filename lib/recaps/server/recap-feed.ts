import { Feed } from 'feed'
import { settleBidi } from '@/lib/platform/bidi'
import { publicAddresses, type RecapAddresses } from '../addresses'
import type { Author, PublicRecap } from './public-queries'
import { recapHtml } from './render'

export const feedKinds = {
  xml: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const
export type FeedKind = keyof typeof feedKinds

/** What a feed is of: its page, below which the three forms of it stand. */
export type FeedOf = {
  /** Never changes, whatever its address does. */ id: string
  title: string
  description: string | null
  address: string
  language: string
  author?: Author
}

const MOST_ITEMS = 50

/**
 * Published recaps as Atom, RSS or JSON Feed, whole, the newest first. Its bytes change only when one of them does; the
 * id of each is that of the recap and outlives its address.
 */
export async function recapFeed(
  of: FeedOf,
  recaps: readonly PublicRecap[],
  kind: FeedKind,
  at: RecapAddresses,
): Promise<string> {
  const newest = recaps.slice(0, MOST_ITEMS)
  const feed = new Feed({
    id: of.id,
    title: named(of.title),
    description: named(of.description ?? of.title),
    link: of.address,
    language: of.language,
    generator: 'Hallway',
    // Without one it would say the present moment.
    updated: new Date(Math.max(0, ...newest.map(({ updatedAt }) => updatedAt.getTime()))),
    feedLinks: { atom: `${of.address}/recaps.xml`, rss: `${of.address}/recaps.rss`, json: `${of.address}/recaps.json` },
    ...(of.author && { author: personOf(of.author, at) }),
  })
  // RSS names the form it is itself in.
  feed.options.feed = `${of.address}/recaps.${kind}`
  for (const recap of newest) feed.addItem(await itemOf(recap, kind, at))
  return kind === 'xml' ? feed.atom1() : kind === 'rss' ? feed.rss2() : feed.json1()
}

async function itemOf(
  { id, slug, content, author, firstAt, updatedAt }: PublicRecap,
  kind: FeedKind,
  at: RecapAddresses,
) {
  // In Atom and RSS a title is read as HTML.
  const plain = kind === 'json' ? named : escaped
  return {
    id: `urn:uuid:${id}`,
    guid: `urn:uuid:${id}`,
    title: plain(content.title),
    link: at.recap(author.handle, slug),
    ...(content.summary && { description: plain(content.summary) }),
    // The library writes it as CDATA, which this would end.
    content: clean(await recapHtml(content, publicAddresses(content, author.handle, at))).replaceAll(']]>', ']]&gt;'),
    published: firstAt,
    date: updatedAt,
    author: [personOf(author, at)],
    category: content.tags.map((tag) => ({ name: named(tag), term: named(tag) })),
  }
}

function personOf({ name, handle }: Author, at: RecapAddresses) {
  return { name: named(name), link: at.author(handle) }
}

/** What somebody named, as plain text. */
function named(text: string): string {
  return settleBidi(clean(text))
}

function escaped(text: string): string {
  return named(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

// XML knows no way to write these: one of them would make the whole feed unreadable.
function clean(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
}
