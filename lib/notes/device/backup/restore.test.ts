import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { slowUpdates } from '@/tests/factories/crafted-update'
import type { Backup } from './backup'
import { fromBase64, toBase64 } from '../../base64'
import { planRestore, type DeviceContents, type RestorePlan } from './restore'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = '2026-03-24T09:00:00.000Z'
const [ann, bo] = ['aaaaaaaa-0000-4000-8000-00000000aaaa', 'bbbbbbbb-0000-4000-8000-00000000bbbb']
const nothing: DeviceContents = {
  person: ann,
  notes: new Map(),
  lists: { picks: [], blocks: [], attendances: [] },
  photos: new Set(),
}

function stateOf(...texts: string[]): Uint8Array {
  const doc = new Y.Doc()
  for (const text of texts) doc.getText('text').insert(doc.getText('text').length, text)
  return Y.encodeStateAsUpdate(doc)
}

const state = stateOf('one')
const note = {
  id: uuid(1),
  conferenceId: uuid(2),
  sessionId: uuid(3),
  notedAt: at,
  updatedAt: at,
  text: 'one',
  state: toBase64(state),
}
const empty: Backup = { person: ann, notes: [], picks: [], blocks: [], attendances: [], photos: [] }
const block = { id: uuid(5), conferenceId: uuid(2), title: 'Podcast', startAt: at, endAt: at, daily: true }
const attended = { sessionId: uuid(3), conferenceId: uuid(2) }
const full: Backup = {
  ...empty,
  notes: [note],
  picks: [{ sessionId: uuid(3), conferenceId: uuid(2), rank: 'first' }],
  blocks: [block],
  attendances: [{ sessionId: uuid(3), conferenceId: uuid(2), status: null, watchReplay: true, findSlides: false }],
  photos: [
    {
      id: uuid(6),
      noteId: uuid(1),
      conferenceId: uuid(2),
      mediaType: 'image/png',
      width: 1,
      height: 1,
      bytes: 1,
      takenAt: at,
      picture: new Uint8Array([1]),
    },
    {
      id: uuid(7),
      noteId: uuid(1),
      conferenceId: uuid(2),
      mediaType: 'image/png',
      width: 1,
      height: 1,
      bytes: 1,
      takenAt: at,
    },
  ],
}

/** What the first note of a plan reads as where it is applied to what is here. */
function readsAs(plan: RestorePlan, known?: Uint8Array): string {
  const doc = new Y.Doc()
  if (known) Y.applyUpdate(doc, known)
  for (const change of plan.changes) if (change.name === 'editNote') Y.applyUpdate(doc, fromBase64(change.args.update))
  return doc.getText('text').toString()
}

describe('planRestore', () => {
  it('makes a note anew from its text where its document would take too long to read', () => {
    const slow = toBase64(slowUpdates['many writers, here and there']?.(4_000) ?? new Uint8Array())
    expect(readsAs(planRestore({ ...empty, notes: [{ ...note, state: slow }] }, nothing))).toBe('one')
  })

  it('brings everything to an empty device', () => {
    const plan = planRestore(full, nothing)
    expect(plan).toEqual({
      changes: [
        {
          conferenceId: uuid(2),
          name: 'editNote',
          args: { id: uuid(1), conferenceId: uuid(2), sessionId: uuid(3), notedAt: at, update: note.state },
        },
        { conferenceId: uuid(2), name: 'setPick', args: { sessionId: uuid(3), rank: 'first', adds: true } },
        { conferenceId: uuid(2), name: 'setBlock', args: { ...block, adds: true } },
        { conferenceId: uuid(2), name: 'setAttendance', args: { sessionId: uuid(3), watchReplay: true, adds: true } },
      ],
      photos: [full.photos[0]],
      counts: { notes: 1, picks: 1, blocks: 1, attendances: 1, photos: 1, already: 0 },
      problems: [],
    })
    expect(readsAs(plan)).toBe('one')
  })

  it('replaces nothing that is here', () => {
    const here: DeviceContents = {
      person: ann,
      notes: new Map([[uuid(1), { state, deleted: false }]]),
      lists: {
        ...full,
        attendances: [{ ...attended, status: 'attended', watchReplay: true, findSlides: false }],
      },
      photos: new Set([uuid(6)]),
    }
    expect(planRestore(full, here)).toEqual({
      changes: [],
      photos: [],
      counts: { notes: 0, picks: 0, blocks: 0, attendances: 0, photos: 0, already: 5 },
      problems: [],
    })
  })

  it('adds to an attendance what is not said here, and takes nothing from it', () => {
    const row = {
      sessionId: uuid(3),
      conferenceId: uuid(2),
      status: 'attended',
      watchReplay: false,
      findSlides: true,
    } as const
    const here: DeviceContents = {
      ...nothing,
      lists: {
        ...nothing.lists,
        attendances: [{ ...attended, status: 'leftEarly', watchReplay: true, findSlides: false }],
      },
    }
    const plan = planRestore({ ...empty, attendances: [row] }, here)
    expect([plan.changes, plan.counts.attendances]).toEqual([
      [{ conferenceId: uuid(2), name: 'setAttendance', args: { sessionId: uuid(3), findSlides: true, adds: true } }],
      1,
    ])
  })

  it('merges the text of a note that was changed here meanwhile', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    doc.getText('text').insert(3, ' here')
    const later = new Y.Doc()
    Y.applyUpdate(later, state)
    later.getText('text').insert(0, 'backup ')
    const known = Y.encodeStateAsUpdate(doc)
    const plan = planRestore(
      { ...empty, notes: [{ ...note, state: toBase64(Y.encodeStateAsUpdate(later)), deletedAt: at }] },
      { ...nothing, notes: new Map([[note.id, { state: known, deleted: false }]]) },
    )
    expect(plan.changes.map(({ name }) => name)).toEqual(['editNote'])
    expect(readsAs(plan, known)).toBe('backup one here')
  })

  it('brings a deleted note back as deleted', () => {
    expect(
      planRestore({ ...empty, notes: [{ ...note, deletedAt: at }] }, nothing).changes.map(({ name }) => name),
    ).toEqual(['editNote', 'deleteNote'])
  })

  it('leaves a note deleted that was deleted here, and merges its text all the same', () => {
    const here = { ...nothing, notes: new Map([[note.id, { state: stateOf('here'), deleted: true }]]) }
    expect(planRestore({ ...empty, notes: [note] }, here).changes.map(({ name }) => name)).toEqual([
      'editNote',
      'deleteNote',
    ])
  })

  it('makes a broken document anew from its text, the same each time, but merges none with one that is here', () => {
    const broken = { ...empty, notes: [{ ...note, text: 'words', state: toBase64(new Uint8Array([9, 9, 9])) }] }
    const plan = planRestore(broken, nothing)
    expect(readsAs(plan)).toBe('words')
    expect(planRestore(broken, nothing)).toEqual(plan)
    expect(planRestore(broken, { ...nothing, notes: new Map([[note.id, { state, deleted: true }]]) })).toEqual({
      changes: [],
      photos: [],
      counts: { notes: 0, picks: 0, blocks: 0, attendances: 0, photos: 0, already: 0 },
      problems: [{ severity: 'error', path: `notes/${uuid(1)}`, code: 'stateBroken', detail: 'words' }],
    })
  })

  it("gives one account's things ids of their own in another's store, and leaves its groups", () => {
    const shared = { ...full, notes: [{ ...note, groupId: uuid(8) }] }
    const plan = planRestore(shared, { ...nothing, person: bo })
    const renamed = plan.changes.flatMap((change) =>
      change.name === 'editNote' || change.name === 'setBlock' ? [change.args.id] : [],
    )
    expect(renamed).toEqual(['11111111-0000-4000-8000-000000001110', '11111111-0000-4000-8000-000000001114'])
    expect(plan.photos.map(({ noteId }) => noteId)).toEqual([renamed[0]])
    expect(plan.changes[0]?.args).not.toHaveProperty('groupId')
    expect(plan.changes[0]?.args).toMatchObject({ together: true })
    expect(planRestore(shared, nothing).changes[0]?.args).not.toHaveProperty('together')
    expect(planRestore(shared, { ...nothing, person: bo })).toEqual(plan)
    expect(planRestore({ ...full, person: null }, { ...nothing, person: bo }).changes[0]?.args).toMatchObject({
      id: uuid(1),
    })
  })
})
