import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { signIn } from '@/tests/front-door'
import { sendCookie } from '@/tests/next-headers'
import { applyBringInAction } from './import-actions'

const { db, url } = await testDatabase()
Object.assign(process.env, { DATABASE_URL: url })
vi.mock('next/headers', () => import('@/tests/next-headers'))

function form(made: string): FormData {
  const fields = new FormData()
  const text = ['Title,Start,End', 'Fog,2027-05-11 09:00,2027-05-11 10:00'].join('\n')
  for (const [name, value] of Object.entries({ made, text, name: 'Fog Days', timeZone: 'Europe/Paris' }))
    fields.set(name, value)
  return fields
}

it('makes one conference of two that ask for the same at once', async () => {
  const { user, cookie } = await signIn(db)
  sendCookie(cookie)
  const made = randomUUID()
  const answers = await Promise.all([applyBringInAction(form(made)), applyBringInAction(form(made))])
  expect(answers.map((answer) => (answer.ok ? answer.value.slug : answer.reason))).toEqual(['fog-days', 'fog-days'])
  expect(await db.conference.findMany({ where: { memberships: { some: { userId: user.id } } } })).toMatchObject([
    { id: made },
  ])
  // Somebody else's is nothing that could be asked for again.
  sendCookie((await signIn(db)).cookie)
  expect(await applyBringInAction(form(made))).toEqual({ ok: false, reason: 'CONFLICT' })
})
