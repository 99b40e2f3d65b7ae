import type { Database } from '@/lib/platform/db'
import { hashToken } from '@/lib/platform/ids'
import { recapAddresses, type RecapAddresses } from '../addresses'
import { linkPicture } from './link-picture'
import { authorPage, seriesPage } from './list-pages'
import { findPublicPhoto, givePhoto } from './photo-answers'
import { photoPath } from '../photo-sizes'
import {
  findAuthor,
  findRecap,
  findSeries,
  listByAuthor,
  listByConference,
  type Author,
  type PublicRecap,
} from './public-queries'
import { contentOf } from './publish'
import { feedKinds, recapFeed, type FeedKind, type FeedOf } from './recap-feed'
import { absentPage, draftPage, recapPage } from './recap-page'
import { contentSchema } from '../schema'

/** What an address of recaps answers. */
export type RecapAnswer =
  | {
      kind: 'content'
      mediaType: string
      body: string | Buffer
      /** Public things may be kept by whoever fetched them, a draft by nobody. */ isSecret?: boolean
      isPage?: boolean
    }
  | { kind: 'moved'; path: string }
  | { kind: 'gone' | 'absent'; mediaType: string; body: string; isPage: true }

type Request = { path: string; now: Date; publicUrl: string }
type Context = Request & { db: Database; at: RecapAddresses; parts: readonly string[] }

const HTML = 'text/html; charset=utf-8'

/** Does this path belong to recaps? */
export function isRecapPath(path: string): boolean {
  return path.startsWith('/@') || path.startsWith('/drafts/') || /^\/c\/[a-z0-9-]+\/recaps\.(xml|rss|json)$/.test(path)
}

/**
 * Answers an address under /@handle, /drafts/<secret>, or a conference's feed of recaps. It depends on nobody who
 * looks.
 */
export async function answerRecapPath(db: Database, request: Request): Promise<RecapAnswer> {
  const [first = '', ...parts] = request.path.slice(1).split('/')
  const context: Context = { ...request, db, parts, at: recapAddresses(request.publicUrl) }
  if (first === 'drafts') return (await draft(context)) ?? absent(context)
  if (first === 'c') return (await conferenceFeed(context)) ?? absent(context)
  const author = /^@[a-z0-9-]+$/.test(first) ? await findAuthor(db, first.slice(1)) : null
  return (author && (await belowAuthor(author, context))) ?? absent(context)
}

async function belowAuthor(author: Author, context: Context): Promise<RecapAnswer | null> {
  const [word = '', second, third, ...more] = context.parts
  if (more.length > 0) return null
  if (word === '')
    return second === undefined
      ? page(authorPage(author, await listByAuthor(context.db, author, context.now), context.at))
      : null
  if (word === 'series') return second ? series(author, second, third, context) : null
  if (word === 'photos') return second ? photo(author, second, third, context) : null
  if (third !== undefined) return null
  const kind = feedKindOf(word)
  if (kind) return second === undefined ? authorFeed(author, kind, context) : null
  if (second !== undefined && second !== 'picture.png') return null
  return recap(author, word, second === 'picture.png', context)
}

async function recap(author: Author, slug: string, isPicture: boolean, context: Context): Promise<RecapAnswer | null> {
  const found = await findRecap(context.db, author, slug, context.now)
  if (!found) return null
  if (found.kind === 'gone')
    return {
      kind: 'gone',
      mediaType: HTML,
      body: absentPage(author.language, true, context.at.author(author.handle)),
      isPage: true,
    }
  if (found.kind === 'moved')
    return { kind: 'moved', path: `/@${author.handle}/${found.slug}${isPicture ? '/picture.png' : ''}` }
  if (isPicture) return { kind: 'content', mediaType: 'image/png', body: await linkPicture(found.recap) }
  return page(await recapPage(found, context.at))
}

async function series(
  author: Author,
  slug: string,
  file: string | undefined,
  { db, now, at }: Context,
): Promise<RecapAnswer | null> {
  const found = await findSeries(db, author, slug, now)
  if (!found) return null
  if (file === undefined) return page(seriesPage(author, found, at))
  const kind = feedKindOf(file)
  const ids = new Set(found.parts.map(({ id }) => id))
  const of: FeedOf = {
    id: `urn:uuid:${found.id}`,
    title: found.title,
    description: found.summary,
    address: at.series(author.handle, slug),
    language: author.language,
    author,
  }
  return kind
    ? feed(
        of,
        (await listByAuthor(db, author, now)).filter(({ id }) => ids.has(id)),
        kind,
        at,
      )
    : null
}

async function authorFeed(author: Author, kind: FeedKind, { db, now, at }: Context): Promise<RecapAnswer> {
  const of: FeedOf = {
    id: `urn:uuid:${author.id}`,
    title: author.name,
    description: null,
    address: at.author(author.handle),
    language: author.language,
    author,
  }
  return feed(of, await listByAuthor(db, author, now), kind, at)
}

async function conferenceFeed({ db, now, at, parts: [slug = '', file = ''] }: Context): Promise<RecapAnswer | null> {
  const [kind, conference] = [
    feedKindOf(file),
    await db.conference.findFirst({
      where: { slug, visibility: 'public' },
      select: { id: true, slug: true, name: true, language: true },
    }),
  ]
  if (!kind || !conference) return null
  const of: FeedOf = {
    id: `urn:uuid:${conference.id}`,
    title: conference.name,
    description: null,
    address: at.conference(slug),
    language: conference.language,
  }
  return feed(of, await listByConference(db, conference.id, now), kind, at)
}

async function photo(
  author: Author,
  id: string,
  file: string | undefined,
  { db, now }: Context,
): Promise<RecapAnswer | null> {
  const shown = await findPublicPhoto(db, author, id, now)
  return shown && givePhoto(shown, file)
}

async function draft({
  db,
  at,
  parts: [secret = '', word, photoId, file, ...more],
}: Context): Promise<RecapAnswer | null> {
  const recap = await db.recap.findFirst({ where: { draftHash: hashToken(secret), deletedAt: null } })
  if (!recap || more.length > 0) return null
  const content = contentSchema.parse(await contentOf(db, recap))
  if (word === undefined)
    return {
      ...page(
        await draftPage(
          content,
          { photo: (...photo) => `/drafts/${secret}/${photoPath(...photo)}`, session: at.sessionOf(content) },
          at.home,
        ),
      ),
      isSecret: true,
    }
  const shown = word === 'photos' ? content.photos.find(({ id }) => id === photoId) : undefined
  const answer = shown ? await givePhoto(shown, file) : null
  return answer && { ...answer, isSecret: true }
}

async function feed(
  of: FeedOf,
  recaps: readonly PublicRecap[],
  kind: FeedKind,
  at: RecapAddresses,
): Promise<RecapAnswer> {
  return { kind: 'content', mediaType: feedKinds[kind], body: await recapFeed(of, recaps, kind, at) }
}

function page(body: string): Extract<RecapAnswer, { kind: 'content' }> {
  return { kind: 'content', mediaType: HTML, body, isPage: true }
}

function absent({ at }: Context): RecapAnswer {
  return { kind: 'absent', mediaType: HTML, body: absentPage('en', false, at.home), isPage: true }
}

function feedKindOf(file: string): FeedKind | null {
  if (file === 'recaps.xml') return 'xml'
  if (file === 'recaps.rss') return 'rss'
  return file === 'recaps.json' ? 'json' : null
}
