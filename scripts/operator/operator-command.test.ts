import { expect, it, vi } from 'vitest'
import { listActs } from '@/lib/operating/server/acts'
import { binConference } from '@/lib/schedule/edit/conference-bin'
import { deleteAccount } from '@/lib/people/server/delete-account'
import { resign } from '@/lib/people/server/operator'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { operatorFailure } from './failure.mjs'
import { runOperator } from './operator-command'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
const now = new Date('2026-11-30T04:00:00Z')

/** What the command says: its answer, its complaints, its exit code. */
async function run(...words: string[]) {
  const [said, complaints]: [string[], string[]] = [[], []]
  const place = { url, now, data: '.', folder: '.', hallway: '0.1.0', secrets: () => '' }
  const speak = { say: (text: string) => void said.push(text), complain: (text: string) => void complaints.push(text) }
  return { code: await runOperator(words, { ...place, ...speak }), said, complaints }
}

it('gives a conference whose owner is blocked to somebody else, so that the owner can go', async () => {
  const [conference, ada] = [await makeConference(db), await makePerson(db)]
  await db.membership.create({ data: { conferenceId: conference.id, userId: ada.id, role: 'owner' } })
  await db.user.update({ where: { id: ada.id }, data: { blockedAt: now } })
  const leave = () =>
    deleteAccount(db, ada.id, { confirmed: ada.email, withConferences: false, signedInAt: now }, now, binConference)
  expect(await leave()).toEqual({ ok: false, reason: 'only-owner', conferences: [conference.name] })

  expect(await run('--conference', `/c/${conference.slug}`, '--owner', ' Zoe@Example.org')).toEqual({
    code: 0,
    said: [`${conference.name} is owned by ${ada.email} (blocked), zoe@example.org.`],
    complaints: [],
  })
  expect(await leave()).toEqual({ ok: true })
  expect(
    await db.membership.findMany({ where: { conferenceId: conference.id }, select: { role: true, user: true } }),
  ).toEqual([{ role: 'owner', user: expect.objectContaining({ email: 'zoe@example.org' }) }])
  const [act] = await listActs(db)
  expect(act).toMatchObject({
    kind: 'handedOver',
    byCommand: true,
    at: now,
    person: 'zoe@example.org',
    conference: conference.name,
  })
})

it('says what stands in the way, and what one that was deleted waits for', async () => {
  const conference = await makeConference(db)
  await db.$transaction((tx) => binConference(tx, conference.id, now))
  await db.user.create({ data: { email: 'gone@example.org', blockedAt: now } })
  const give = async (owner: string, slug = conference.slug) => {
    const { said, complaints } = await run('--conference', slug, '--owner', owner)
    return [...said, ...complaints]
  }
  expect(await give('zoe')).toEqual(['zoe is no e-mail address. Write it like name@example.org.'])
  expect(await give('zoe@example.org', 'nowhere')).toEqual([
    'There is no conference nowhere. Its name here is what follows /c/ in its address.',
  ])
  expect(await give('gone@example.org')).toEqual([
    'gone@example.org is blocked: let them in again under This installation first.',
  ])
  expect(await give('zoe@example.org')).toEqual([
    `${conference.name} is owned by zoe@example.org.`,
    'It is deleted still: they bring it back from the list of conferences.',
  ])
})

it('says who runs the installation, and who will where nobody does', async () => {
  expect((await run()).said).toEqual(['Nobody runs this installation: whoever signs in first will.'])
  expect((await run('zoe@example.org')).said).toEqual(['zoe@example.org runs this installation.'])
  const { id } = await db.user.findUniqueOrThrow({ where: { email: 'zoe@example.org' } })
  await resign(db, id)
  expect((await run()).said).toEqual(['Nobody runs this installation: name somebody with an ADDRESS.'])
})

it('says what counts where the environment names somebody, and who would without', async () => {
  await run('zoe@example.org')
  vi.stubEnv('HALLWAY_OPERATOR', 'ada@example.org')
  const ada = 'ada@example.org runs this installation: HALLWAY_OPERATOR says so.'
  const later = (address: string) => `${address} will once HALLWAY_OPERATOR is empty, and does not before.`
  expect((await run()).said).toEqual([ada, later('zoe@example.org')])
  expect((await run('bob@example.org')).said).toEqual([ada, later('bob@example.org')])
  expect((await run('ada@example.org')).said).toEqual([ada])
  vi.stubEnv('HALLWAY_OPERATOR', 'ada@example.org,bob@example.org')
  expect((await run()).said).toEqual([
    'ada@example.org, bob@example.org run this installation: HALLWAY_OPERATOR says so.',
  ])
  vi.unstubAllEnvs()
})

it('heads what failed by what it was asked for', () => {
  const gift = ['--conference', 'kcd', '--owner', 'zoe@example.org']
  expect([[], ['zoe@example.org'], gift].map(operatorFailure)).toEqual([
    'Nothing can be said',
    'Nobody was appointed',
    'Nothing was changed',
  ])
})

it.each([
  [['--bogus'], 'There is no option --bogus. There are --conference, --owner.'],
  [['--owner'], '--owner needs a value.'],
  [['--owner', 'a@example.org'], '--owner needs --conference beside it.'],
  [['--conference', 'kcd'], '--conference needs --owner beside it.'],
  [['a@example.org', 'b@example.org'], 'b@example.org is one word too many.'],
])('says of %j what is wrong, and how it is used', async (words, wrong) => {
  const { code, said, complaints } = await run(...words)
  expect([code, said, complaints[0]?.split('\n').slice(0, 3)]).toEqual([
    1,
    [],
    [wrong, '', 'npm run -s operator -- [ADDRESS]'],
  ])
})
