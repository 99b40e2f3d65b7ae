import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { can } from '@/lib/people/permissions'
import { roleOf } from '@/lib/people/server/access'
import { isolated } from '@/lib/platform/bidi'
import type { Database } from '@/lib/platform/db'
import { laterBySecond } from '@/lib/platform/time'
import { calendarWords } from './calendar-words'
import { keepGiven, listGiven, lockFeed } from './feed-memory'
import { entryOf, reviseFeed, type GivenEntry, type ShownEntry } from './feed-revisions'
import { writeCalendar } from './ics'
import { emptyPlanEntry } from './plan-entries'
import { ownKinds } from './secret/own-kinds'
import { findFeedToken } from './token'

type FeedRequest = {
  db: PrismaClient
  token: string
  /** Of all that it is made from, as it was before anything of it was read. */
  basis: string
  now: Date
  publicUrl: string
  instanceId: string
}

/** A feed's text, and since when it is that: another text of the same feed is always dated later. */
type GivenCalendar = { body: string; version: number; lastModified: Date }

type Feed = NonNullable<Awaited<ReturnType<typeof findFeedToken>>>
type Reading = Omit<FeedRequest, 'db' | 'token'> & { feed: Feed }

/**
 * My plan as a calendar, or who of my group goes where, for whoever holds its secret address: what is in it, and as
 * cancelled what was there and is gone. To an owner who may no longer see the conference their plan says so for 30
 * days, for they dropped nothing; a group's ends with the membership. What changed since the last reading is kept with
 * the address, in one transaction: nobody else reads there.
 * @returns the calendar, and since when it has been the same, which never goes back; null when the secret opens nothing
 */
export async function personalCalendar({ db, token, ...request }: FeedRequest): Promise<GivenCalendar | null> {
  const feed = await findFeedToken(db, token)
  if (!feed) return null
  const reading = { ...request, feed }
  const plan = await readPlan(db, reading)
  if (!plan) return null
  const same = await giveSame(db, plan, reading, feed)
  return same ?? db.$transaction((tx) => giveAnew(tx, reading))
}

/** What was given last, where it still says what there is; null: it is another. */
async function giveSame(
  db: Database,
  plan: Plan,
  reading: Reading,
  { changedAt, textHash }: { changedAt: Date | null; textHash: string | null },
): Promise<GivenCalendar | null> {
  if (!changedAt || !textHash) return null
  const body = write(plan, reading, changedAt)
  if (hashOf(body) !== textHash) return null
  const { feed, basis } = reading
  await db.feedToken.updateMany({ where: { id: feed.id, textHash, NOT: { basis } }, data: { basis } })
  return given(body, changedAt)
}

async function giveAnew(tx: Parameters<typeof keepGiven>[0], reading: Reading): Promise<GivenCalendar | null> {
  const { feed, now, basis } = reading
  const locked = await lockFeed(tx, feed.id)
  if (!locked) return null
  const plan = await readPlan(tx, reading)
  if (!plan) return null
  // Another reading may have been faster.
  const same = await giveSame(tx, plan, reading, locked)
  if (same) return same
  const changedAt = laterBySecond(now, locked.changedAt ?? feed.createdAt)
  const body = write(plan, reading, changedAt)
  await keepGiven(tx, feed.id, plan.changed)
  await tx.feedToken.update({
    where: { id: feed.id },
    data: { textHash: hashOf(body), changedAt, basis, frame: plan.frame },
  })
  return given(body, changedAt)
}

function given(body: string, changedAt: Date): GivenCalendar {
  return { body, version: changedAt.getTime(), lastModified: changedAt }
}

const frameSchema = z.object({ name: z.string(), timeZone: z.string() }).nullable()

type Plan = {
  entries: GivenEntry[]
  changed: GivenEntry[]
  frame: NonNullable<z.infer<typeof frameSchema>>
  /** Its owner may see the conference. */
  isInSight: boolean
}

/** Null: there is nothing to say, any more or ever. */
async function readPlan(db: Database, { feed, now, publicUrl }: Reading): Promise<Plan | null> {
  const { conference, subject } = feed
  const [words, kind] = [wordsOf(feed), kindOf(feed)]
  const isInSight = await maySee(db, feed)
  const content = isInSight ? await kind.read(db, feed, { conference, publicUrl, words }) : null
  if (!content && subject === 'group') return null
  const given = await listGiven(db, feed.id)
  const wanted = content ? [...content.entries] : []
  const isEmpty =
    wanted.length === 0 && [...given.values()].every((entry) => entry.entryId === feed.id || entry.endedAt)
  if (content && isEmpty) wanted.push(await emptyPlanEntry(db, feed, { publicUrl, words, ...kind }))
  const goneWord = content ? kind.gone : 'unseenTitle'
  const goneTitle = ({ name, title }: ShownEntry) => (name ? words(goneWord, { title: isolated(name) }) : title)
  const { entries, changed } = reviseFeed(given, wanted, { now, goneTitle })
  const standing = entries.filter(({ endedAt }) => !endedAt)
  const frame = content ? { name: content.name, timeZone: conference.timeZone } : frameSchema.parse(feed.frame)
  return standing.length > 0 && frame ? { entries: standing, changed, frame, isInSight: content !== null } : null
}

async function maySee(db: Database, { user, conference }: Feed): Promise<boolean> {
  if (can('guest', 'see', conference.visibility)) return true
  return can(await roleOf(db, { kind: 'user', ...user }, conference.id), 'see', conference.visibility)
}

/** Its owner reads it: in what they chose, else what they read when they made its address, else the conference's. */
function wordsOf({ user, language, conference }: Feed) {
  return calendarWords(user.language ?? language ?? conference.language)
}

function kindOf({ subject }: Feed) {
  return ownKinds[subject === 'group' ? 'group' : 'plan']
}

function write({ entries, frame, isInSight }: Plan, { feed, instanceId }: Reading, revisedAt: Date): string {
  const [words, kind] = [wordsOf(feed), kindOf(feed)]
  return writeCalendar({
    instanceId,
    name: words(kind.name, { of: isolated(frame.name) }),
    description: words(isInSight ? kind.description : 'unseenDescription', { of: isolated(frame.name) }),
    timeZone: frame.timeZone,
    busy: kind.busy,
    revisedAt,
    entries: entries.map(entryOf),
  })
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
