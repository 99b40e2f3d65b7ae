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

const frab = (zone: string) =>
  `<schedule><conference><title>Fog</title><days>1</days>${zone}</conference>` +
  '<day index="1" date="2027-05-11" start="2027-05-11T08:00:00+02:00" end="2027-05-11T20:00:00+02:00">' +
  '<room name="Hall"><event id="1"><date>2027-05-11T09:00:00+02:00</date><start>09:00</start>' +
  '<duration>01:00</duration><room>Hall</room><title>Fog</title></event></room></day></schedule>'
const table = 'Title,Start,End\nFog,2027-05-11 09:00,2027-05-11 10:00'
const stated = frab('<time_zone_name>Europe/Paris</time_zone_name>')

it.each([
  ['the files say one, whatever was guessed', stated, { timeZone: 'UTC', guessedZone: 'UTC' }, 'Europe/Paris'],
  ['they say none: the guess', table, { timeZone: 'Asia/Tokyo', guessedZone: 'Asia/Tokyo' }, 'Asia/Tokyo'],
  ['somebody chose, whatever they say', stated, { timeZone: 'Asia/Tokyo', guessedZone: '' }, 'Asia/Tokyo'],
  ['somebody chose another than was guessed', table, { timeZone: 'Asia/Tokyo', guessedZone: 'UTC' }, 'Asia/Tokyo'],
])('gives a new conference its zone where %s', async (_, text, zones, expected) => {
  sendCookie((await signIn(db)).cookie)
  const made = randomUUID()
  const fields = new FormData()
  for (const [name, value] of Object.entries({ made, text, name: 'Zones', ...zones })) fields.set(name, value)
  expect(await applyBringInAction(fields)).toMatchObject({ ok: true })
  expect((await db.conference.findUniqueOrThrow({ where: { id: made } })).timeZone).toBe(expected)
})
