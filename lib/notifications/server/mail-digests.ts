import type { Alert, PrismaClient } from '@/generated/prisma/client'
import { isLanguage } from '@/lib/i18n/languages'
import { mayTakePart } from '@/lib/people/server/participation'
import type { Database } from '@/lib/platform/db'
import type { Environment } from '@/lib/platform/env'
import { sendMail } from '@/lib/platform/mail'
import { digestMail } from '../digest-mail'
import { findDigests } from './find-digests'
import { loadDigest } from './load-digest'
import { keepAlerts } from './new-alert'

type Options = {
  db: PrismaClient
  now: () => Date
  env: { SMTP_URL: string } & Pick<Environment, 'MAIL_FROM'>
  publicUrl: string
}

const MOST_TRIES = 5

/**
 * Mails each person who asked for it what changed and what is today, once a day of a conference, in the morning of its
 * clocks. To be run twice an hour.
 * @returns how many mails were taken
 */
export function mailDigests({ db, now, env, publicUrl }: Options): () => Promise<{ sent: number }> {
  return async () => {
    const at = now()
    await keepAlerts(db, await findDigests(db, at), at)
    await db.alert.updateMany({
      where: { doneAt: null, kind: 'digest', OR: [{ expiresAt: { lte: at } }, { tries: { gte: MOST_TRIES } }] },
      data: { doneAt: at, outcome: 'failed' },
    })
    let sent = 0
    for (let alert = await claim(db, at); alert; alert = await claim(db, at)) {
      const user = await db.user.findUniqueOrThrow({
        where: { id: alert.userId },
        select: { email: true, language: true },
      })
      const digest = await loadDigest(db, alert, at)
      const language = [user.language, digest.conference.language].find(isLanguage) ?? 'en'
      const isWanted = (digest.today.length > 0 || digest.changed.length > 0) && (await isStillWanted(db, alert))
      const taken = !isWanted || (await sendMail(digestMail(user.email, digest, publicUrl, language), env)).ok
      if (taken && isWanted) sent++
      if (taken)
        await db.alert.update({ where: { id: alert.id }, data: { doneAt: at, outcome: isWanted ? 'sent' : 'untrue' } })
    }
    return { sent }
  }
}

/**
 * Half an hour may lie between finding a digest and sending it: whoever switched them off, may take part no more, or
 * whose conference is in the bin by then gets none.
 */
async function isStillWanted(db: Database, { userId, conferenceId }: Alert): Promise<boolean> {
  const wanted = { id: userId, alertSetting: { digest: true } }
  return (
    (await db.user.count({ where: wanted })) > 0 &&
    (await db.conference.count({ where: { id: conferenceId, deletedAt: null } })) > 0 &&
    (await mayTakePart(db, userId, conferenceId))
  )
}

/** Takes one that is due; no other process takes it before its next try, half an hour later. */
async function claim(db: Database, now: Date): Promise<Alert | undefined> {
  const [alert] = await db.$queryRaw<Alert[]>`
    UPDATE "Alert" SET "tries" = "tries" + 1, "dueAt" = ${now}::timestamptz + interval '25 minutes'
    WHERE "id" IN (
      SELECT "id" FROM "Alert" WHERE "doneAt" IS NULL AND "dueAt" <= ${now}::timestamptz AND "kind" = 'digest'
      ORDER BY "dueAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *`
  return alert
}
