import type { Database } from '@/lib/platform/db'
import { hashToken } from '@/lib/platform/ids'
import type { RecapAddresses } from '../addresses'
import { linkPicture } from './link-picture/link-picture'
import { authorPage, seriesPage } from './list-pages'
import { findPublicPhoto, givePhoto } from './photo-answers'
import { photoPath, type PhotoUrl } from '../photo-sizes'
import {
  findRecap,
  findSeries,
  listByAuthor,
  listByConference,
  type Author,
  type FoundRecap,
  type PublicRecap,
} from './public-queries'
import { contentOf } from './publish'
import { feedKinds, recapFeed, type FeedKind, type FeedOf } from './recap-feed'
import { absentPage, draftPage, gonePage, recapPage } from './recap-page'
import { contentSchema, type Content } from '../schema'

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

type Shown = Extract<RecapAnswer, { kind: 'content' }>

/** What an answer depends on; on nobody who looks. */
export type RecapContext = { db: Database; now: Date; at: RecapAddresses }
/** The values of an address's `:names`. */
export type RecapParams = Readonly<Record<string, string | undefined>>
/** Null: nothing is there. */
export type RecapAnswered = Promise<RecapAnswer | null>

const HTML = 'text/html; charset=utf-8'

/** Says that nothing is at an address. */
export function absent({ home }: Pick<RecapAddresses, 'home'>): RecapAnswer {
  return { kind: 'absent', mediaType: HTML, body: absentPage(home), isPage: true }
}

/** An author's page. */
export async function home({ db, now, at }: RecapContext, author: Author): RecapAnswered {
  return page(authorPage(author, await listByAuthor(db, author, now), at))
}

/**
 * Answers a request for a recap of this author, by its `slug`.
 * @returns its page; where it has moved, the way there; nothing where there is none
 */
export async function recap({ db, now, at }: RecapContext, author: Author, { slug = '' }: RecapParams): RecapAnswered {
  const found = await findRecap(db, author, slug, now)
  return found?.kind === 'here' ? page(await recapPage(found, at)) : found && leftFor(found, author, at)
}

/** What links to a recap are shown with. */
export async function picture(
  { db, now, at }: RecapContext,
  author: Author,
  { slug = '' }: RecapParams,
): RecapAnswered {
  const found = await findRecap(db, author, slug, now)
  if (found?.kind !== 'here') return found && leftFor(found, author, at, '/picture.png')
  return shown('image/png', await linkPicture(found.recap))
}

/** A series, by its `slug`. */
export async function series({ db, now, at }: RecapContext, author: Author, { slug = '' }: RecapParams): RecapAnswered {
  const found = await findSeries(db, author, slug, now)
  return found && page(seriesPage(author, found, at))
}

/** What is published of a series, as a feed of a `kind`. */
export async function seriesFeed(
  { db, now, at }: RecapContext,
  author: Author,
  { slug = '', kind }: RecapParams,
): RecapAnswered {
  const found = await findSeries(db, author, slug, now)
  if (!found) return null
  const ids = new Set(found.parts.map(({ id }) => id))
  const of: FeedOf = {
    id: `urn:uuid:${found.id}`,
    title: found.title,
    description: found.summary,
    address: at.series(author.handle, slug),
    language: author.language,
    author,
  }
  const all = await listByAuthor(db, author, now)
  return feed(
    of,
    all.filter(({ id }) => ids.has(id)),
    kind,
    at,
  )
}

/** What an author has published, as a feed of a `kind`. */
export async function authorFeed({ db, now, at }: RecapContext, author: Author, { kind }: RecapParams): RecapAnswered {
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

/** What is published of a public conference, as a feed of a `kind`. */
export async function conferenceFeed(
  { db, now, at }: RecapContext,
  { conference: slug = '', kind }: RecapParams,
): RecapAnswered {
  const conference = await db.conference.findFirst({
    where: { slug, visibility: 'public' },
    select: { id: true, name: true, language: true },
  })
  if (!conference) return null
  const of: FeedOf = {
    id: `urn:uuid:${conference.id}`,
    title: conference.name,
    description: null,
    address: at.conference(slug),
    language: conference.language,
  }
  return feed(of, await listByConference(db, conference.id, now), kind, at)
}

/** A photo of an author's that a public recap shows, whole or in the width that `file` says. */
export async function photo({ db, now }: RecapContext, author: Author, { id = '', file }: RecapParams): RecapAnswered {
  const found = await findPublicPhoto(db, author, id, now)
  return found && givePhoto(found, file)
}

/** A draft, for whoever has its `secret`. */
export async function draft({ db, at }: RecapContext, { secret = '' }: RecapParams): RecapAnswered {
  const content = await findDraft(db, secret)
  if (!content) return null
  const photoUrl: PhotoUrl = (...photo) => `/drafts/${secret}/${photoPath(...photo)}`
  const body = await draftPage(content, { photo: photoUrl, session: at.sessionOf(content) }, at.home)
  return { ...page(body), isSecret: true }
}

/** A photo of a draft. */
export async function draftPhoto({ db }: RecapContext, { secret = '', id, file }: RecapParams): RecapAnswered {
  const found = (await findDraft(db, secret))?.photos.find((photo) => photo.id === id)
  const answer = found ? await givePhoto(found, file) : null
  return answer && { ...answer, isSecret: true }
}

async function findDraft(db: Database, secret: string): Promise<Content | null> {
  const recap = await db.recap.findFirst({ where: { draftHash: hashToken(secret), deletedAt: null } })
  return recap && contentSchema.parse(await contentOf(db, recap))
}

/** A recap that was withdrawn, or has another address now. @param rest what follows its address */
function leftFor(
  found: Exclude<FoundRecap, { kind: 'here' }>,
  author: Author,
  at: RecapAddresses,
  rest = '',
): RecapAnswer {
  if (found.kind === 'moved') return { kind: 'moved', path: `/@${author.handle}/${found.slug}${rest}` }
  return {
    kind: 'gone',
    mediaType: HTML,
    body: gonePage(found.language, at.author(author.handle), author),
    isPage: true,
  }
}

async function feed(
  of: FeedOf,
  recaps: readonly PublicRecap[],
  kind: string | undefined,
  at: RecapAddresses,
): RecapAnswered {
  return isFeedKind(kind) ? shown(feedKinds[kind], await recapFeed(of, recaps, kind, at)) : null
}

function isFeedKind(kind: string | undefined): kind is FeedKind {
  return kind !== undefined && Object.hasOwn(feedKinds, kind)
}

function page(body: string): Shown {
  return { ...shown(HTML, body), isPage: true }
}

function shown(mediaType: string, body: string | Buffer): Shown {
  return { kind: 'content', mediaType, body }
}
