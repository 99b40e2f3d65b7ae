import { describe, expect, it } from 'vitest'
import { aSnapshot } from '@/tests/factories/program'
import { countDiffs, diffSessions, type StoredSession } from './diff'

function stored(id: string, given: Partial<StoredSession> = {}): StoredSession {
  return { id, sourceKeys: [id], imported: aSnapshot({ title: id }), overridden: new Set(), ...given }
}

describe('diffSessions', () => {
  it('tells what was added, changed, cancelled and restored, and what stayed', () => {
    const sessions = [
      stored('moved'),
      stored('same'),
      stored('gone'),
      stored('back', { imported: aSnapshot({ title: 'back', cancelled: true }) }),
      stored('away', { imported: aSnapshot({ title: 'away', cancelled: true }) }),
    ]
    const incoming = [
      { sourceId: 'new', snapshot: aSnapshot({ title: 'new' }) },
      { sourceId: 'moved', snapshot: aSnapshot({ title: 'moved', rooms: ['Attic'], capacity: 20 }) },
      { sourceId: 'same', snapshot: aSnapshot({ title: 'same' }) },
      { sourceId: 'back', snapshot: aSnapshot({ title: 'back', kind: 'keynote' }) },
    ]
    const diffs = diffSessions(sessions, incoming)
    expect(diffs.map(({ kind, id, fields, isNews }) => ({ kind, id, fields, isNews }))).toEqual([
      { kind: 'added', id: null, fields: [], isNews: true },
      {
        kind: 'changed',
        id: 'moved',
        fields: [
          { field: 'rooms', old: ['Hall A'], new: ['Attic'] },
          { field: 'capacity', old: null, new: 20 },
        ],
        isNews: true,
      },
      { kind: 'unchanged', id: 'same', fields: [], isNews: false },
      { kind: 'restored', id: 'back', fields: [{ field: 'kind', old: 'talk', new: 'keynote' }], isNews: true },
      { kind: 'cancelled', id: 'gone', fields: [], isNews: true },
    ])
    expect(diffs.at(-1)?.snapshot).toEqual(aSnapshot({ title: 'gone', cancelled: true }))
    expect(countDiffs(diffs)).toEqual({ added: 1, changed: 1, cancelled: 1, restored: 1, unchanged: 1 })
  })

  it('is told by the source that a session is cancelled', () => {
    expect(
      diffSessions([stored('a')], [{ sourceId: 'a', snapshot: aSnapshot({ title: 'a', cancelled: true }) }]).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['cancelled'])
  })

  it('keeps what an organizer decided, but takes note of what the source says', () => {
    const sessions = [
      stored('title', { overridden: new Set(['title']) }),
      stored('status', { overridden: new Set(['status']) }),
    ]
    const diffs = diffSessions(sessions, [{ sourceId: 'title', snapshot: aSnapshot({ title: 'The title' }) }])
    expect(diffs.map(({ kind, id, fields, isNews }) => ({ kind, id, fields, isNews }))).toEqual([
      { kind: 'unchanged', id: 'title', fields: [], isNews: true },
      { kind: 'unchanged', id: 'status', fields: [], isNews: true },
    ])
  })

  it('calls nothing a change that nobody sees: spaces at the edges of lines, and rooms in another order', () => {
    const imported = aSnapshot({ title: 'a', description: 'One \n two', rooms: ['East', 'West'] })
    expect(
      diffSessions(
        [stored('a', { imported })],
        [{ sourceId: 'a', snapshot: aSnapshot({ title: 'a', description: 'One\ntwo', rooms: ['West', 'East'] }) }],
      )[0],
    ).toMatchObject({ kind: 'unchanged', fields: [], isNews: false })
  })

  it('reads people as the same in whatever order the database gives their parts back', () => {
    const imported = aSnapshot({ title: 'a', speakers: [{ company: 'Acme', name: 'Ann Lee' }] })
    expect(
      diffSessions(
        [stored('a', { imported })],
        [{ sourceId: 'a', snapshot: aSnapshot({ title: 'a', speakers: [{ name: 'Ann Lee', company: 'Acme' }] }) }],
      )[0]?.isNews,
    ).toBe(false)
  })
})
