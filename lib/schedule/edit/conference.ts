import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { isTimeZone } from '@/lib/platform/time'
import type { ConferenceEdit } from './schema'
import { currentConference } from './seen/current-edits'
import { mergeEdit } from './seen/merge-edit'
import { changeProgram } from './conference-version'

export type NewConference = {
  /** Chosen by whoever makes it, who may ask twice; absent: a new one. */
  id?: string
  name: string
  timeZone: string
  /** The address wanted; derived from the name when absent. */
  slug?: string
  language?: string
  venue?: string | null
  visibility?: 'private' | 'public'
  demo?: boolean
  /** Who becomes its owner; the examples have none at first. */
  ownerId: string | null
}

/**
 * Makes a conference. A derived address that is taken gets a number; one that was asked for does not.
 * @throws {AppError} INVALID for a zone that does not exist; CONFLICT when the id or the address asked for is taken
 */
export function createConference(
  db: PrismaClient,
  wanted: NewConference,
  now: Date,
): Promise<{ id: string; slug: string }> {
  return db.$transaction((tx) => insertConference(tx, wanted, now))
}

/** The same inside a transaction of the caller's. */
export async function insertConference(
  tx: Prisma.TransactionClient,
  wanted: NewConference,
  now: Date,
): Promise<{ id: string; slug: string }> {
  if (!isTimeZone(wanted.timeZone)) throw new AppError('INVALID', `no time zone is called ${wanted.timeZone}`)
  // Two of the same name at once: the second waits and gets the next number.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('conference slug'))`
  const { id, name, timeZone, language = 'en', venue = null, visibility = 'private', demo = false, ownerId } = wanted
  if (id && (await tx.conference.count({ where: { id } })) > 0) throw new AppError('CONFLICT', 'id')
  const slug = await freeSlug(tx, wanted)
  return tx.conference.create({
    data: {
      id,
      slug,
      name,
      timeZone,
      language,
      venue,
      visibility,
      demo,
      acronym: acronymOf(slug),
      createdAt: now,
      updatedAt: now,
      ...(ownerId && { memberships: { create: { userId: ownerId, role: 'owner', createdAt: now } } }),
    },
    select: { id: true, slug: true },
  })
}

/**
 * Changes what a conference is called, where and when it counts, and who may see it. What was done while it was private
 * is told to nobody who comes later (lib/schedule/read/while-private.ts).
 * @param seen what the form showed: of what was not changed in it, what others wrote since stays
 * @throws {AppError} CHANGED_MEANWHILE when somebody else changed the same field meanwhile
 */
export async function updateConference(
  db: PrismaClient,
  granted: Granted<'editConference'>,
  asked: ConferenceEdit,
  now: Date,
  seen: ConferenceEdit | null = null,
): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id: conferenceId, revision }) => {
    const current = await currentConference(tx, conferenceId)
    const data = seen ? mergeEdit(seen, asked, current) : asked
    const isOpened = current.visibility === 'private' && data.visibility === 'public'
    await tx.conference.update({
      where: { id: conferenceId },
      data: { ...data, ...(isOpened && { publicSinceVersion: revision }) },
    })
  })
}

async function freeSlug(tx: Prisma.TransactionClient, { slug, name }: NewConference): Promise<string> {
  const base = slugify(slug ?? name, 'conference')
  const taken = await tx.conference.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })
  const slugs = new Set(taken.map((conference) => conference.slug))
  if (slug && slugs.has(base)) throw new AppError('CONFLICT', 'slug')
  return uniqueSlug(base, slugs)
}

/** frab wants four or more of a–z and 0–9. */
function acronymOf(slug: string): string {
  return slug.replace(/-/g, '').padEnd(4, '0')
}
