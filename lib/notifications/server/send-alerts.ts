import type { Alert } from '@/generated/prisma/client'
import { isLanguage } from '@/lib/i18n/languages'
import type { Database } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/collections/group-by'
import { alertKinds } from '../alert-kinds'
import { deliverPush, type Delivered, type Pusher } from '../deliver'
import { loadFacts } from './load-facts'
import { quietUntil } from '../quiet-hours'
import { mergeMessages, wordsOf, type AlertFacts } from '../words'

/** How many alerts became what. */
export type Sent = { people: number; sent: number; waiting: number; dropped: number }

const AT_ONCE = 20
const MOST_CLAIMED = 2_000
const MOST_TRIES = 5

/**
 * Sends what is due, each person's as one message. What a process takes no other takes: an alert is tried again only
 * when its time for that has come (2, 4, 8… minutes later), so that a process that dies on the way loses none.
 */
export async function sendAlerts(db: Database, pusher: Pusher, now: Date): Promise<Sent> {
  const total: Sent = { people: 0, sent: 0, waiting: 0, dropped: 0 }
  await db.alert.updateMany({
    where: { doneAt: null, expiresAt: { lte: now } },
    data: { doneAt: now, outcome: 'expired' },
  })
  for (;;) {
    const claimed = await claim(db, now)
    if (claimed.length === 0) return total
    const facts = await loadFacts(db, claimed, now)
    const people = await loadPeople(db, claimed)
    total.people += people.length
    const alertsOf = groupBy(claimed, ({ userId }) => userId)
    for (let from = 0; from < people.length; from += AT_ONCE) {
      const some = await Promise.all(
        people
          .slice(from, from + AT_ONCE)
          .map((person) => tell(db, person, alertsOf.get(person.id) ?? [], facts, pusher, now)),
      )
      for (const { sent, waiting, dropped } of some)
        [total.sent, total.waiting, total.dropped] = [
          total.sent + sent,
          total.waiting + waiting,
          total.dropped + dropped,
        ]
    }
  }
}

/** Takes what is due; the next try's time is written before the first. */
function claim(db: Database, now: Date): Promise<Alert[]> {
  return db.$queryRaw<Alert[]>`
    UPDATE "Alert" SET "tries" = "tries" + 1,
      "dueAt" = ${now}::timestamptz + make_interval(mins => (2 ^ ("tries" + 1))::int)
    WHERE "id" IN (
      SELECT "id" FROM "Alert" WHERE "doneAt" IS NULL AND "dueAt" <= ${now}::timestamptz AND "kind" <> 'digest'
      ORDER BY "userId", "dueAt" LIMIT ${MOST_CLAIMED} FOR UPDATE SKIP LOCKED)
    RETURNING *`
}

type Person = Awaited<ReturnType<typeof loadPeople>>[number]

function loadPeople(db: Database, claimed: readonly Alert[]) {
  return db.user.findMany({
    where: { id: { in: [...new Set(claimed.map(({ userId }) => userId))] } },
    select: {
      id: true,
      language: true,
      alertSetting: true,
      subscriptions: { select: { id: true, endpoint: true, keys: true } },
    },
  })
}

async function tell(
  db: Database,
  person: Person,
  alerts: readonly Alert[],
  facts: ReadonlyMap<string, AlertFacts>,
  pusher: Pusher,
  now: Date,
): Promise<Omit<Sent, 'people'>> {
  const settle = async (settled: readonly Alert[], outcome: string) =>
    void (
      settled.length > 0 &&
      (await db.alert.updateMany({
        where: { id: { in: settled.map(({ id }) => id) } },
        data: { doneAt: now, outcome },
      }))
    )
  const isWanted = ({ kind }: Alert) => kind !== 'digest' && !person.alertSetting?.off.includes(kind)
  const wanted = alerts.filter(isWanted)
  const known = wanted.flatMap((alert) => {
    const about = facts.get(alert.id)
    return about ? [{ alert, about }] : []
  })
  await settle(
    alerts.filter((alert) => !isWanted(alert)),
    'unwanted',
  )
  await settle(
    wanted.filter(({ id }) => !facts.has(id)),
    'untrue',
  )
  const dropped = alerts.length - known.length
  const quiet = await keepQuiet(db, person, known, now)
  const due = known.filter((one) => !quiet.includes(one))
  if (due.length === 0) return { sent: 0, waiting: quiet.length, dropped }

  const outcome = await deliverAll(db, person, due, pusher, now)
  const isLast = due.filter(({ alert }) => outcome === 'failed' || alert.tries >= MOST_TRIES)
  if (outcome === 'sent')
    await settle(
      due.map(({ alert }) => alert),
      'sent',
    )
  else
    await settle(
      isLast.map(({ alert }) => alert),
      'failed',
    )
  return outcome === 'sent'
    ? { sent: due.length, waiting: quiet.length, dropped }
    : { sent: 0, waiting: quiet.length + due.length - isLast.length, dropped: dropped + isLast.length }
}

type Due = { alert: Alert; about: AlertFacts }

/** Puts off what falls into the person's quiet hours, in their own zone or the conference's, until those end. */
async function keepQuiet(db: Database, { alertSetting }: Person, known: readonly Due[], now: Date): Promise<Due[]> {
  const { quietFrom: from, quietTo: to, timeZone } = alertSetting ?? {}
  if (!from || !to) return []
  const quiet = known.flatMap((one) => {
    const until = quietUntil(now, { from, to }, timeZone ?? one.about.conference.timeZone)
    return until ? [{ one, until }] : []
  })
  for (const { one, until } of quiet)
    await db.alert.update({ where: { id: one.alert.id }, data: { dueAt: until, tries: 0 } })
  return quiet.map(({ one }) => one)
}

async function deliverAll(
  db: Database,
  person: Person,
  due: readonly Due[],
  pusher: Pusher,
  now: Date,
): Promise<'sent' | 'later' | 'failed'> {
  const language = [person.language, due[0]?.about.conference.language].find(isLanguage) ?? 'en'
  const inOrder = [...due].sort(
    (a, b) => alertKinds.indexOf(a.about.kind) - alertKinds.indexOf(b.about.kind) || startOf(a) - startOf(b),
  )
  const [first, ...others] = inOrder.map(({ about }) => wordsOf(about, language, now))
  if (!first) return 'failed'
  const message = mergeMessages([
    first,
    ...others.filter(({ tag }, index) => others.findIndex((other) => other.tag === tag) === index && tag !== first.tag),
  ])
  const seconds = Math.max(...due.map(({ alert }) => alert.expiresAt.getTime() - now.getTime())) / 1000
  const results = new Map<string, Delivered>()
  await Promise.all(
    person.subscriptions.map(async (subscription) =>
      results.set(subscription.id, await deliverPush(subscription, message, pusher, seconds)),
    ),
  )
  await db.pushSubscription.deleteMany({
    where: { id: { in: [...results].filter(([, result]) => result === 'gone').map(([id]) => id) } },
  })
  const all = [...results.values()]
  // One browser that shows it is enough: another try would show it there twice.
  if (all.includes('sent')) return 'sent'
  return all.includes('later') ? 'later' : 'failed'
}

function startOf({ about }: Due): number {
  return 'session' in about ? (about.session.startAt?.getTime() ?? 0) : 0
}
