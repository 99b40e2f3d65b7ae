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
import { emptyPlanEntry, planEntries } from './plan-entries'
import { findFeedToken, touchFeedToken } from './token'

type FeedRequest = {
  db: PrismaClient
  token: string
  userAgent: string | null
  now: Date
  publicUrl: string
  instanceId: string
}

/** A feed's text, and since when it is that: another text of the same feed is always dated later. */
type GivenCalendar = { id: string; body: string; lastModified: Date }

type Feed = NonNullable<Awaited<ReturnType<typeof findFeedToken>>>
type Reading = Pick<FeedRequest, 'now' | 'publicUrl' | 'instanceId'> & { feed: Feed }

/**
 * My plan as a calendar, for whoever holds its secret address: picks, personal blocks, and as cancelled what was there
 * and is gone. To an owner who may no longer see the conference it says for 30 days that all of it is gone. What
 * changed since the last reading is kept with the address, in one transaction: nobody else reads there.
 * @returns the calendar, and since when it has been the same, which never goes back; null when the secret opens nothing
 */
export async function personalCalendar({
  db,
  token,
  userAgent,
  ...request
}: FeedRequest): Promise<GivenCalendar | null> {
  const feed = await findFeedToken(db, token)
  if (!feed) return null
  await touchFeedToken(db, feed, userAgent, request.now)
  const reading = { ...request, feed }
  const plan = await readPlan(db, reading)
  if (!plan) return null
  if (feed.changedAt) {
    const body = write(plan, reading, feed.changedAt)
    if (hashOf(body) === feed.textHash) return { id: feed.id, body, lastModified: feed.changedAt }
  }
  return db.$transaction((tx) => giveAnew(tx, reading))
}

async function giveAnew(tx: Parameters<typeof keepGiven>[0], reading: Reading): Promise<GivenCalendar | null> {
  const { feed, now } = reading
  const locked = await lockFeed(tx, feed.id)
  if (!locked) return null
  const plan = await readPlan(tx, reading)
  if (!plan) return null
  if (locked.changedAt) {
    // Another reading was faster.
    const body = write(plan, reading, locked.changedAt)
    if (hashOf(body) === locked.textHash) return { id: feed.id, body, lastModified: locked.changedAt }
  }
  const changedAt = laterBySecond(now, locked.changedAt ?? feed.createdAt)
  const body = write(plan, reading, changedAt)
  await keepGiven(tx, feed.id, plan.changed)
  await tx.feedToken.update({
    where: { id: feed.id },
    data: { textHash: hashOf(body), changedAt, frame: plan.frame },
  })
  return { id: feed.id, body, lastModified: changedAt }
}

const frameSchema = z.object({ name: z.string(), timeZone: z.string() }).nullable()

type Plan = { entries: GivenEntry[]; changed: GivenEntry[]; frame: NonNullable<z.infer<typeof frameSchema>> }

/** Null: there is nothing to say, any more or ever. */
async function readPlan(db: Database, { feed, now, publicUrl }: Reading): Promise<Plan | null> {
  const { user, conference } = feed
  const words = wordsOf(feed)
  const isInSight = await maySee(db, feed)
  const given = await listGiven(db, feed.id)
  const owner = { userId: user.id, conferenceId: conference.id }
  const wanted = isInSight ? await planEntries(db, owner, { conference, publicUrl, words }) : []
  const isEmpty =
    wanted.length === 0 && [...given.values()].every((entry) => entry.entryId === feed.id || entry.endedAt)
  if (isInSight && isEmpty) wanted.push(await emptyPlanEntry(db, feed, { publicUrl, words }))
  const goneTitle = ({ name, title }: ShownEntry) => (name ? words('droppedTitle', { title: isolated(name) }) : title)
  const { entries, changed } = reviseFeed(given, wanted, { now, goneTitle })
  const standing = entries.filter(({ endedAt }) => !endedAt)
  const frame = isInSight ? { name: conference.name, timeZone: conference.timeZone } : frameSchema.parse(feed.frame)
  return standing.length > 0 && frame ? { entries: standing, changed, frame } : null
}

async function maySee(db: Database, { user, conference }: Feed): Promise<boolean> {
  if (can('guest', 'see', conference.visibility)) return true
  return can(await roleOf(db, { kind: 'user', ...user }, conference.id), 'see', conference.visibility)
}

/** A plan is read by its owner: in their language, or the conference's where Hallway does not know it. */
function wordsOf({ user, conference }: Feed) {
  return calendarWords(user.language ?? conference.language)
}

function write({ entries, frame }: Plan, { feed, instanceId }: Reading, revisedAt: Date): string {
  const words = wordsOf(feed)
  return writeCalendar({
    instanceId,
    name: words('planName', { conference: isolated(frame.name) }),
    description: words('planDescription', { conference: isolated(frame.name) }),
    timeZone: frame.timeZone,
    busy: true,
    revisedAt,
    entries: entries.map(entryOf),
  })
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
