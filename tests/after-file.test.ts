import { beforeAll, expect, it, vi } from 'vitest'
import { GET as file } from '@/app/c/[conference]/manage/after.csv/route'
import { testDatabase } from './db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from './everybody'
import { makeConference } from './factories/conference'
import { headers } from './next-headers'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('./next-headers'))
// Its words, which exist only inside Next.
vi.mock('next-intl/server', () => ({ getTranslations: () => Promise.resolve((key: string) => key) }))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

it.each(visibilities)('gives how the sessions of a %s conference turned out to its organizers', async (visibility) => {
  const { id, slug } = await makeConference(db, { visibility, sessions: 1 })
  await everybody.join(id)
  const ask = async () => {
    const request = new Request('http://localhost/', { headers: await headers() })
    const answer = await file(request, { params: Promise.resolve({ conference: slug }) })
    return answer.ok ? { ok: true } : { ok: false, reason: (await answer.json()).error }
  }
  expect(await everybody.ask(ask)).toEqual(answersFor(['organizer', 'owner'], visibility))
})
