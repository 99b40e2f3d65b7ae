import { beforeAll, expect, it, vi } from 'vitest'
import { GET as file } from '@/app/c/[conference]/manage/table.csv/route'
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

async function ask(slug: string, of: string) {
  const request = new Request(`http://localhost/?of=${of}`, { headers: await headers() })
  return file(request, { params: Promise.resolve({ conference: slug }) })
}

it.each(visibilities)(
  'gives the rooms of a %s conference to its organizers, and sessions to leads',
  async (visibility) => {
    const { id, slug } = await makeConference(db, { visibility, sessions: 1 })
    await everybody.join(id)
    const heard = (of: string) =>
      everybody.ask(async () => {
        const answer = await ask(slug, of)
        return answer.ok ? { ok: true } : { ok: false, reason: (await answer.json()).error }
      })
    expect([await heard('rooms'), await heard('sessions'), await heard('nothing')]).toEqual([
      answersFor(['organizer', 'owner'], visibility),
      answersFor(['lead', 'organizer', 'owner'], visibility),
      expect.objectContaining({ owner: 'INVALID', guest: 'INVALID' }),
    ])
  },
)

it('says what forms take', async () => {
  const { id, slug } = await makeConference(db, { sessions: 1 })
  await everybody.join(id)
  everybody.become('owner')
  expect(await (await ask(slug, 'sessions')).text()).toContain(
    '\r\nSession 1,2026-03-24,09:00,10:00,,,kind.talk,,,,,,,\r\n',
  )
})
