import { createECDH, randomBytes, randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import type { PrismaClient } from '@/generated/prisma/client'
import { createFeedToken } from '@/lib/feeds/token'
import { pull, push } from '@/lib/handlers'
import { toBase64 } from '@/lib/notes/base64'
import { subscribe } from '@/lib/notifications/server/subscriptions'
import { makeSignInCode, redeemCode } from '@/lib/people/server/mutations'
import type { Hall } from './hall'

const SECRET = 'a secret for a week, of thirty-two characters'

export type Attendee = Awaited<ReturnType<typeof comeIn>>

/** Somebody signs in, has a phone that takes alerts, a mail a day, and a calendar at a secret address. */
export async function comeIn(db: PrismaClient, hall: Hall, name: string, pushOrigin: string, now: Date) {
  const email = `${name}@example.org`
  await signInAgain(db, email, now)
  const user = await db.user.findUniqueOrThrow({ where: { email } })
  const keys = {
    p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
  await subscribe(db, { userId: user.id, signInId: null }, { endpoint: `${pushOrigin}/${name}`, keys }, now)
  await db.alertSetting.create({ data: { userId: user.id, digest: true } })
  const { secret } = await createFeedToken(db, { userId: user.id, conferenceId: hall.conference.id, name }, now)
  const viewer = { kind: 'user', id: user.id, email, name: user.name, language: user.language } as const
  return { viewer, email, device: randomUUID(), feed: secret, note: new Y.Doc(), noteId: randomUUID(), picks: 0 }
}

export async function signInAgain(db: PrismaClient, email: string, now: Date): Promise<void> {
  const { code } = await makeSignInCode(db, { email, deviceHash: email }, SECRET, now)
  await redeemCode(db, { email, deviceHash: email, code }, SECRET, now)
}

/** Picks one session, drops another, writes a line into the one note, and gets what is new. */
export async function takePart(db: PrismaClient, hall: Hall, one: Attendee, now: Date): Promise<void> {
  const sessionAt = (index: number) => hall.sessions[index % hall.sessions.length]?.id ?? ''
  const [picked, dropped] = [sessionAt(one.picks * 5), sessionAt(one.picks * 5 - 100 + hall.sessions.length)]
  one.picks++
  const before = Y.encodeStateVector(one.note)
  one.note.getText('text').insert(0, `Said at ${now.toISOString()}\n`)
  const written = {
    id: one.noteId,
    conferenceId: hall.conference.id,
    notedAt: hall.first.toISOString(),
    update: toBase64(Y.encodeStateAsUpdate(one.note, before)),
  }
  const mutations = [
    { name: 'setPick', args: { sessionId: picked, rank: 'first' } },
    { name: 'dropPick', args: { sessionId: dropped } },
    { name: 'editNote', args: written },
  ].map((change) => ({ id: randomUUID(), at: now.toISOString(), ...change }))
  await push(db, one.viewer, { person: one.viewer.id, device: one.device, mutations }, now)
  await pull(db, one.viewer, { person: one.viewer.id, after: 0, mark: '' })
}
