import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import type { DocumentContent, DocumentContext } from './document'
import { documents } from './documents'

const { db } = await testDatabase()

it('renders every document of a conference, each the same twice, and none of a part that is not there', async () => {
  const conference = await db.conference.create({
    data: { slug: 'kube', name: 'Kube', acronym: 'kube', timeZone: 'UTC', visibility: 'public' },
  })
  const common = { conferenceId: conference.id, slug: 'one', name: 'One' }
  const [room, speaker] = [await db.room.create({ data: common }), await db.speaker.create({ data: common })]
  const [track, event] = [
    await db.track.create({ data: { ...common, color: 1 } }),
    await db.colocatedEvent.create({ data: { ...common, key: 'one' } }),
  ]
  const session = await db.session.create({
    data: {
      conferenceId: conference.id,
      number: 1,
      title: 'Talk',
      rawTitle: 'Talk',
      description: 'Why',
      dayOn: new Date('2026-03-24'),
      startAt: new Date('2026-03-24T09:00:00Z'),
      trackId: track.id,
      colocatedId: event.id,
      rooms: { create: { roomId: room.id } },
      speakers: { create: { speakerId: speaker.id } },
    },
  })
  const render = async (slug: string) => {
    const context: DocumentContext = {
      db,
      conference,
      params: { slug },
      publicUrl: 'https://hallway.example',
      instanceId: 'f00d',
    }
    return Object.fromEntries(
      await Promise.all(documents.map(async ({ path, render }) => [path, await render(context)] as const)),
    )
  }

  const rendered = await render('one')
  const ofSession = textOf((await render('1-talk'))['sessions/:slug.ics'])
  expect(ofSession).toContain(session.id)
  expect(await render('one')).toEqual(rendered)
  expect(Object.entries(rendered).map(([path, content]) => [path, textOf(content).includes(session.id)])).toEqual([
    ['schedule.ics', true],
    ['speakers/:slug.ics', true],
    ['rooms/:slug.ics', true],
    ['tracks/:slug.ics', true],
    ['colocated/:slug.ics', true],
    // Another thing's address.
    ['sessions/:slug.ics', false],
    ['schedule.xml', true],
    ['schedule.json', true],
    ['schedule.csv', true],
    // Nothing changed yet.
    ['changes.xml', false],
    ['agenda.json', true],
    ['descriptions.json', true],
    // Nothing changed yet.
    ['changes.json', false],
  ])
  expect(JSON.parse(textOf(rendered['descriptions.json']))).toEqual({ [session.id]: 'Why' })
  expect(JSON.parse(textOf(rendered['agenda.json']))).toMatchObject({
    conference: { slug: 'kube' },
    sessions: [{ id: session.id, slug: '1-talk' }],
  })

  const unknown = await render('two')
  expect(Object.keys(unknown).filter((path) => unknown[path] === null)).toEqual([
    'speakers/:slug.ics',
    'rooms/:slug.ics',
    'tracks/:slug.ics',
    'colocated/:slug.ics',
    'sessions/:slug.ics',
  ])
})

function textOf(content: DocumentContent | null | undefined): string {
  return String(content && typeof content === 'object' && 'text' in content ? content.text : content)
}
