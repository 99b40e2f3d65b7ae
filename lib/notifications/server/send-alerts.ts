import type { Alert } from '@/generated/prisma/client'
import { isLanguage } from '@/lib/i18n/languages'
import type { Database } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/collections/group-by'
import { alertKinds } from '../alert-kinds'
import type { Pusher } from '../deliver'
import { PushServices } from '../push-services'
import { loadFacts } from './load-facts'
import { nothingCame, settleAlerts, type Came, type SettledUnsent } from './settle-alerts'
import { quietUntil } from '../quiet-hours'
import { mergeMessages, wordsOf, type AlertFacts } from '../words'

/** How many alerts became what. */
export type Sent = { people: number; sent: number; waiting: number; dropped: number }

const AT_ONCE = 20
/** So few that what is urgent and was found meanwhile is next. */
const MOST_PEOPLE = 500
const MOST_TRIES = 5

/**
 * Sends what is due, and what is found meanwhile, each person's as one message: first to those whose alerts are soonest
 * worth nothing. What a process takes no other takes: an alert is tried again only when its time for that has come
 * (2, 4, 8… minutes later), so that a process that dies on the way loses none.
 */
export async function sendAlerts(db: Database, pusher: Pusher, now: () => Date): Promise<Sent> {
  const total: Sent = { people: 0, sent: 0, waiting: 0, dropped: 0 }
  const services = new PushServices(pusher)
  await db.alert.updateMany({
    where: { doneAt: null, expiresAt: { lte: now() } },
    data: { doneAt: now(), outcome: 'expired' },
  })
  for (;;) {
    const at = now()
    const claimed = await claim(db, at)
    if (claimed.length === 0) return total
    const facts = await loadFacts(db, claimed, at)
    const people = await loadPeople(db, claimed)
    total.people += people.length
    const alertsOf = groupBy(claimed, ({ userId }) => userId)
    for (let from = 0; from < people.length; from += AT_ONCE) {
      const some = people.slice(from, from + AT_ONCE)
      const came = await Promise.all(
        some.map((person) => tell(person, alertsOf.get(person.id) ?? [], facts, services, at)),
      )
      // Of twenty at once: a statement for each of thousands would be what everybody else waits for.
      await settleAlerts(db, came, at)
      for (const { sent, later, putOff, dropped } of came) {
        total.sent += sent.length
        total.waiting += later.length + putOff.length
        total.dropped += dropped.length
      }
    }
  }
}

/**
 * Takes all that is due of some people; the next try's time is written before the first. What only a later version can
 * say is left to its servers.
 */
function claim(db: Database, now: Date): Promise<Alert[]> {
  const known = [...alertKinds]
  return db.$queryRaw<Alert[]>`
    UPDATE "Alert" SET "tries" = "tries" + 1,
      "dueAt" = ${now}::timestamptz + make_interval(mins => (2 ^ ("tries" + 1))::int)
    WHERE "id" IN (
      SELECT "id" FROM "Alert" WHERE "doneAt" IS NULL AND "dueAt" <= ${now}::timestamptz
        AND "kind"::text = ANY(${known}) AND "userId" IN (
          SELECT "userId" FROM "Alert" WHERE "doneAt" IS NULL AND "dueAt" <= ${now}::timestamptz
            AND "kind"::text = ANY(${known})
          GROUP BY "userId" ORDER BY min("expiresAt"), "userId" LIMIT ${MOST_PEOPLE})
      FOR UPDATE SKIP LOCKED)
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
  person: Person,
  alerts: readonly Alert[],
  facts: ReadonlyMap<string, AlertFacts>,
  services: PushServices,
  now: Date,
): Promise<Came> {
  const isWanted = ({ kind }: Alert) => kind !== 'digest' && !person.alertSetting?.off.includes(kind)
  const known = alerts.filter(isWanted).flatMap((alert) => {
    const about = facts.get(alert.id)
    return about ? [{ alert, about }] : []
  })
  const dropped: SettledUnsent[] = alerts.flatMap((alert) => {
    if (!isWanted(alert)) return { id: alert.id, outcome: 'unwanted' }
    return facts.has(alert.id) ? [] : { id: alert.id, outcome: 'untrue' }
  })
  const quiet = known.flatMap((one) => quietOf(person, one, now))
  const putOff = quiet.map(({ alert: { id }, until }) => ({ id, until }))
  const due = known.filter(({ alert }) => !quiet.some((one) => one.alert === alert))
  if (due.length === 0) return { ...nothingCame, dropped, putOff }

  const { outcome, gone } = await deliverAll(person, due, services, now)
  const ids = (some: readonly Due[]) => some.map(({ alert }) => alert.id)
  if (outcome === 'sent') return { ...nothingCame, sent: ids(due), dropped, putOff, gone }
  const isLast = ({ alert }: Due) => outcome === 'failed' || alert.tries >= MOST_TRIES
  const failed = ids(due.filter(isLast)).map((id): SettledUnsent => ({ id, outcome: 'failed' }))
  const later = ids(due.filter((one) => !isLast(one)))
  return { sent: [], dropped: [...dropped, ...failed], putOff, later, gone }
}

type Due = { alert: Alert; about: AlertFacts }

/** Until when the person's quiet hours put it off, in their own zone or the conference's; nothing: it is told now. */
function quietOf({ alertSetting }: Person, { alert, about }: Due, now: Date): { alert: Alert; until: Date }[] {
  const { quietFrom: from, quietTo: to, timeZone } = alertSetting ?? {}
  const until = from && to ? quietUntil(now, { from, to }, timeZone ?? about.conference.timeZone) : null
  return until ? [{ alert, until }] : []
}

async function deliverAll(
  person: Person,
  due: readonly Due[],
  services: PushServices,
  now: Date,
): Promise<{ outcome: 'sent' | 'later' | 'failed'; gone: string[] }> {
  const language = [person.language, due[0]?.about.conference.language].find(isLanguage) ?? 'en'
  const inOrder = [...due].sort(
    (a, b) => alertKinds.indexOf(a.about.kind) - alertKinds.indexOf(b.about.kind) || startOf(a) - startOf(b),
  )
  const [first, ...others] = inOrder.map(({ about }) => wordsOf(about, language, now))
  if (!first) return { outcome: 'failed', gone: [] }
  const message = mergeMessages([
    first,
    ...others.filter(({ tag }, index) => others.findIndex((other) => other.tag === tag) === index && tag !== first.tag),
  ])
  const seconds = Math.max(...due.map(({ alert }) => alert.expiresAt.getTime() - now.getTime())) / 1000
  const results = await Promise.all(
    person.subscriptions.map(async (subscription) => ({
      id: subscription.id,
      delivered: await services.deliver(subscription, message, seconds),
    })),
  )
  const gone = results.filter(({ delivered }) => delivered === 'gone').map(({ id }) => id)
  const all = results.map(({ delivered }) => delivered)
  // One browser that shows it is enough: another try would show it there twice.
  return { outcome: all.includes('sent') ? 'sent' : all.includes('later') ? 'later' : 'failed', gone }
}

function startOf({ about }: Due): number {
  return 'session' in about ? (about.session.startAt?.getTime() ?? 0) : 0
}
