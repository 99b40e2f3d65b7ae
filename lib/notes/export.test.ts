import { describe, expect, it } from 'vitest'
import { partsOf } from '@/lib/program/agenda-parts'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { exportNotes, type ExportWords } from './export'
import { placeNotes, type NoteHere } from './place-notes'

const words: ExportWords = { untitled: 'Note', previous: 'Before', next: 'After', sameSession: 'Same session' }
const agenda = agendaOf(
  [
    talk('queues', { title: 'Queues: "why" [not]', rooms: ['r'], speakers: ['ann', 'bo'] }),
    talk('later', { title: 'Later', dayOn: '2026-03-25', startAt: '2026-03-25T23:30:00.000Z' }),
  ],
  {
    rooms: [{ id: 'r', slug: 'r', name: 'Hall 7', capacityKind: 'seats' }],
    speakers: [
      { id: 'ann', slug: 'ann', name: 'Ann', company: 'Acme' },
      { id: 'bo', slug: 'bo', name: 'Bo' },
    ],
  },
)
const parts = partsOf(agenda)
const note = (id: string, given: Partial<NoteHere> = {}): NoteHere => ({
  id,
  text: '',
  notedAt: '2026-03-24T08:05:07.000Z',
  updatedAt: '2026-03-24T09:00:00.000Z',
  ...given,
})
const around = { conference: { slug: 'kubecon', name: 'KubeCon: EU', timeZone: 'Europe/Paris' }, parts, words }

function exported(notes: NoteHere[], given: Partial<typeof around> = {}) {
  const all = { ...around, ...given }
  return exportNotes(placeNotes(notes, parts.sessions, all.conference.timeZone), all)
}

describe('exportNotes', () => {
  it('writes one note with front matter, in the clocks of the conference', () => {
    expect(
      exported([note('a', { sessionId: 'queues', text: '> Latency — Ann\nafter\n[ ] read https://example.org\n' })]),
    ).toEqual([
      {
        path: 'kubecon/2026-03-24/0900-queues-why-not.md',
        changedAt: '2026-03-24T09:00:00.000Z',
        text: `---
title: "Queues: \\"why\\" [not]"
conference: "KubeCon: EU"
session: "Queues: \\"why\\" [not]"
speakers: ["Ann (Acme)", "Bo"]
room: "Hall 7"
start: 2026-03-24T09:00:00+01:00
noted: 2026-03-24T09:05:07+01:00
tags: [link, quote, todo]
---

> Latency — Ann

after
- [ ] read https://example.org
`,
      },
    ])
  })

  it('says where a note belonged whose conference was deleted', () => {
    const belonged = {
      conference: 'Rust Days',
      timeZone: 'Europe/Paris',
      since: '2026-04-01T08:00:00.000Z',
      session: 'Queues',
      day: '2026-03-24',
      startAt: '2026-03-24T08:00:00.000Z',
    }
    const [file] = exported(
      [note('a', { sessionId: 'unknown', text: 'said', notedAt: '2026-03-25T08:05:07.000Z', belonged })],
      { conference: { slug: 'rust', name: 'Rust Days', timeZone: 'Europe/Paris' } },
    )
    expect(file).toEqual({
      path: 'rust/2026-03-24/0900-queues.md',
      changedAt: '2026-03-24T09:00:00.000Z',
      text:
        '---\ntitle: "Queues"\nconference: "Rust Days"\nsession: "Queues"\nstart: 2026-03-24T09:00:00+01:00\n' +
        'noted: 2026-03-25T09:05:07+01:00\n---\n\nsaid\n',
    })
  })

  it('links the notes of a session, and each to those before and after it, over days', () => {
    const files = exported([
      note('a', { sessionId: 'queues', text: 'one' }),
      note('b', { sessionId: 'queues', text: 'two', notedAt: '2026-03-24T08:30:00.000Z' }),
      note('c', { text: '# On the train\nthree', place: 'Gare du Nord', notedAt: '2026-03-25T22:59:59.000Z' }),
    ])
    expect(files.map(({ path, text }) => [path, text.slice(text.lastIndexOf('---\n\n') + 5)])).toEqual([
      [
        'kubecon/2026-03-24/0900-queues-why-not.md',
        'Same session: [Queues: "why" \\[not\\]](0900-queues-why-not-2.md)\n\nAfter: [Queues: "why" ' +
          '\\[not\\]](0900-queues-why-not-2.md)\n',
      ],
      [
        'kubecon/2026-03-24/0900-queues-why-not-2.md',
        'Same session: [Queues: "why" \\[not\\]](0900-queues-why-not.md)\n\nBefore: [Queues: "why" ' +
          '\\[not\\]](0900-queues-why-not.md)\n\nAfter: [On the train](../2026-03-25/2359-on-the-train.md)\n',
      ],
      [
        'kubecon/2026-03-25/2359-on-the-train.md',
        'Before: [Queues: "why" \\[not\\]](../2026-03-24/0900-queues-why-not-2.md)\n',
      ],
    ])
  })

  it('writes notes whose session or words are not known, west of Greenwich and half an hour off', () => {
    const conference = { slug: '../../etc', name: 'A\nB', timeZone: 'America/St_Johns' }
    expect(
      exported([note('a', { sessionId: 'gone', place: 'Bar', notedAt: '2026-07-01T01:00:00.000Z' })], {
        conference,
        words: { ...words, untitled: '日本' },
      }),
    ).toEqual([
      {
        path: 'etc/2026-06-30/2230-bar.md',
        changedAt: '2026-03-24T09:00:00.000Z',
        text: '---\ntitle: "Bar"\nconference: "A\\nB"\nplace: "Bar"\nnoted: 2026-06-30T22:30:00-02:30\n---\n',
      },
    ])
    expect(exported([note('a')], { words: { ...words, untitled: '日本' } })[0]).toMatchObject({
      path: 'kubecon/2026-03-24/0905-日本.md',
    })
  })
})
