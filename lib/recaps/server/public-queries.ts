import type { Database } from '@/lib/platform/db'
import { conferenceNow, contentNow, withoutLostPhotos } from './content-now'
import { publicationState, wasPublic } from '../publication'
import { contentSchema, type Content } from '../schema'
import { orderParts, type SeriesPart } from '../series'

export type Author = { id: string; handle: string; name: string; language: string }
/** A recap as everybody reads it now. */
export type PublicRecap = { id: string; slug: string; content: Content; firstAt: Date; updatedAt: Date; author: Author }
export type PublicSeries = {
  id: string
  slug: string
  title: string
  summary: string | null
  updatedAt: Date
  parts: SeriesPart[]
}
export type FoundRecap =
  | { kind: 'here'; recap: PublicRecap; series: PublicSeries | null }
  | { kind: 'moved'; slug: string }
  /** `language`: it was in. */
  | { kind: 'gone'; language: string }

const MOST_LISTED = 200
const authorSelect = { id: true, handle: true, name: true, language: true } as const
const timesSelect = { id: true, slug: true, publishAt: true, withdrawnAt: true, createdAt: true } as const

/**
 * Who writes under this handle; null for nobody, for one of whom nothing was ever public, and for one who is blocked.
 */
export async function findAuthor(db: Database, handle: string, now: Date): Promise<Author | null> {
  const everPublic = {
    publishAt: { lte: now },
    OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: db.publication.fields.publishAt } }],
  }
  const user = await db.user.findUnique({
    where: { handle, blockedAt: null, recaps: { some: { publications: { some: everPublic } } } },
    select: authorSelect,
  })
  return user && authorOf(user)
}

/** What an author has published, the newest first. */
export function listByAuthor(db: Database, author: Author, now: Date): Promise<PublicRecap[]> {
  return listPublic(db, { userId: author.id }, now)
}

/** What was published of a conference that is public, by whomever, the newest first. */
export async function listByConference(db: Database, conferenceId: string, now: Date): Promise<PublicRecap[]> {
  return (await listPublic(db, { conferenceId }, now)).filter(({ content }) => content.conference !== null)
}

/** The recap at an author's address: here, moved to another one, or gone; null where there never was one. */
export async function findRecap(db: Database, author: Author, slug: string, now: Date): Promise<FoundRecap | null> {
  const rows = await db.publication.findMany({
    where: { slug, publishAt: { lte: now }, recap: { userId: author.id } },
    select: { ...timesSelect, recapId: true },
    orderBy: [{ publishAt: 'desc' }, { createdAt: 'desc' }],
  })
  const [found] = rows.filter((row) => wasPublic(row, now))
  if (!found) return null
  const recap = await db.recap.findUniqueOrThrow({
    where: { id: found.recapId },
    select: { seriesId: true, conference: conferenceNow, publications: { select: timesSelect } },
  })
  const state = publicationState(recap.publications, now)
  const here = state.state === 'published' ? state.current : found
  const { content } = await db.publication.findUniqueOrThrow({ where: { id: here.id }, select: { content: true } })
  if (state.state !== 'published') return { kind: 'gone', language: contentSchema.parse(content).language }
  if (here.slug !== slug) return { kind: 'moved', slug: here.slug }
  const whole = contentNow(content, recap.conference)
  const [there = whole] = await withoutLostPhotos(db, [whole])
  const shown = {
    id: found.recapId,
    slug,
    content: there,
    firstAt: state.firstAt,
    updatedAt: state.updatedAt,
    author,
  }
  return {
    kind: 'here',
    recap: shown,
    series: recap.seriesId ? await loadSeries(db, { id: recap.seriesId }, now) : null,
  }
}

/**
 * An author's series; null where there is none, or nothing of it is published: what is to come alone is nobody's
 * business.
 */
export async function findSeries(db: Database, author: Author, slug: string, now: Date): Promise<PublicSeries | null> {
  const series = await loadSeries(db, { userId: author.id, slug }, now)
  return series?.parts.some((part) => part.slug !== null) ? series : null
}

async function loadSeries(
  db: Database,
  where: { id: string } | { userId: string; slug: string },
  now: Date,
): Promise<PublicSeries | null> {
  const series = await db.series.findFirst({
    where,
    select: {
      id: true,
      slug: true,
      title: true,
      summary: true,
      updatedAt: true,
      recaps: {
        where: { deletedAt: null },
        select: { id: true, position: true, label: true, title: true, publications: { select: timesSelect } },
      },
    },
  })
  if (!series) return null
  const { recaps, ...facts } = series
  const states = recaps
    .map(({ publications, ...recap }) => ({ recap, state: publicationState(publications, now) }))
    .filter(({ state }) => state.state !== 'withdrawn')
  const titles = await titlesOf(
    db,
    states.flatMap(({ state }) => (state.state === 'published' ? [state.current.id] : [])),
  )
  const parts = states.map(({ recap, state }) =>
    state.state === 'published'
      ? { ...recap, slug: state.current.slug, title: titles.get(state.current.id) ?? recap.title }
      : { ...recap, slug: null },
  )
  return { ...facts, parts: orderParts(parts) }
}

async function titlesOf(db: Database, publicationIds: string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.publication.findMany({
    where: { id: { in: publicationIds } },
    select: { id: true, content: true },
  })
  return new Map(rows.map(({ id, content }) => [id, contentSchema.parse(content).title]))
}

async function listPublic(
  db: Database,
  where: { userId: string } | { conferenceId: string },
  now: Date,
): Promise<PublicRecap[]> {
  const recaps = await db.recap.findMany({
    where: {
      ...where,
      user: { blockedAt: null },
      deletedAt: null,
      publications: { some: { publishAt: { lte: now } } },
    },
    select: {
      id: true,
      user: { select: authorSelect },
      conference: conferenceNow,
      publications: { select: timesSelect },
    },
  })
  const shown = recaps.flatMap(({ id, user, conference, publications }) => {
    const [author, state] = [authorOf(user), publicationState(publications, now)]
    return author && state.state === 'published'
      ? [
          {
            id,
            author,
            conference,
            slug: state.current.slug,
            publicationId: state.current.id,
            firstAt: state.firstAt,
            updatedAt: state.updatedAt,
          },
        ]
      : []
  })
  const newest = shown
    .sort((a, b) => b.firstAt.getTime() - a.firstAt.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_LISTED)
  const contents = await db.publication.findMany({
    where: { id: { in: newest.map(({ publicationId }) => publicationId) } },
    select: { id: true, content: true },
  })
  const byId = new Map(contents.map(({ id, content }) => [id, content]))
  const found = newest.flatMap(({ publicationId, conference, ...recap }) => {
    const content = byId.get(publicationId)
    return content === undefined ? [] : [{ ...recap, content: contentNow(content, conference) }]
  })
  const there = await withoutLostPhotos(
    db,
    found.map(({ content }) => content),
  )
  return found.map((recap, index) => ({ ...recap, content: there[index] ?? recap.content }))
}

function authorOf({
  id,
  handle,
  name,
  language,
}: {
  id: string
  handle: string | null
  name: string | null
  language: string | null
}): Author | null {
  return handle ? { id, handle, name: name || handle, language: language ?? 'en' } : null
}
