import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecapDraft, SavedDraft } from '@/lib/recaps/draft'
import {
  isSaved,
  draftViewOf,
  openedWith,
  stepDraft,
  untakenOf,
  type DraftEffect,
  type DraftEvent,
  type DraftState,
} from './draft-state'

const draftOf = (text: string): RecapDraft => ({
  title: 'Day 1',
  summary: '',
  text,
  language: 'en',
  tags: [],
  coverId: null,
  canonicalUrl: '',
})
const savedAs = (text: string, second = 0): SavedDraft => ({
  draft: draftOf(text),
  updatedAt: `2026-04-01T10:00:0${second}.000Z`,
})

const first = savedAs('Hello')
const atFirst = openedWith(first)
const typed = draftOf('Hello there')
const written: DraftState = { ...atFirst, shown: typed }
const found = { id: 'recap/other', editedFrom: first.updatedAt, draft: draftOf('Hello from the train') }

/** What is shown after this happened, one after the other, and what was to be done last. */
function after(state: DraftState, ...events: DraftEvent[]): [DraftState, DraftEffect[]] {
  return events.reduce<[DraftState, DraftEffect[]]>(([before], event) => stepDraft(before, event), [state, []])
}

const keep = (draft: RecapDraft, { updatedAt }: SavedDraft) => ({ do: 'keep', draft, editedFrom: updatedAt })

describe('what is typed', () => {
  it('is shown at once and kept on this device, as begun from what the server has', () => {
    expect(stepDraft({ ...atFirst, refusal: 'refused' }, { kind: 'edited', fields: { text: 'Hello there' } })).toEqual([
      written,
      [keep(typed, first)],
    ])
    expect(draftViewOf(written)).toEqual({
      draft: typed,
      state: 'unsaved',
      question: null,
      isKept: false,
      hasFailed: false,
    })
  })

  it('is kept when the device says so of what is shown still', () => {
    const [kept, effects] = stepDraft(written, { kind: 'kept', draft: typed, isKept: true })
    expect([kept, effects]).toEqual([{ ...written, kept: typed }, []])
    expect(draftViewOf(kept).isKept).toBe(true)
    expect(stepDraft(kept, { kind: 'kept', draft: typed, isKept: false })).toEqual([written, []])
    expect(stepDraft(written, { kind: 'kept', draft: draftOf('Hell'), isKept: true })).toEqual([written, []])
  })

  it('says where it is: on the way, on this device, refused, saved', () => {
    const kept = { ...written, kept: typed }
    const states: [Partial<DraftState>, string][] = [
      [{ isSaving: true, refusal: 'refused' }, 'saving'],
      [{ refusal: 'refused' }, 'failed'],
      [{ refusal: 'passing' }, 'here'],
      [{ refusal: 'passing', kept: null }, 'unsaved'],
      [{}, 'unsaved'],
      [{ shown: first.draft, isSaving: true }, 'saved'],
    ]
    expect(states.map(([given]) => draftViewOf({ ...kept, ...given }).state)).toEqual(states.map(([, state]) => state))
  })
})

describe('a save', () => {
  const sending: DraftState = { ...written, isSaving: true, unanswered: [typed] }
  const answered = (answer: Extract<DraftEvent, { kind: 'answered' }>['answer'], state = sending) =>
    stepDraft(state, { kind: 'answered', sent: typed, answer })

  it('remembers what was sent until it is known whether it arrived, at most twenty', () => {
    expect(stepDraft(written, { kind: 'sent' })).toEqual([sending, []])
    const many = Array.from({ length: 20 }, (_, index) => draftOf(String(index)))
    expect(stepDraft({ ...written, unanswered: many }, { kind: 'sent' })[0].unanswered).toEqual([
      ...many.slice(1),
      typed,
    ])
  })

  it('lets the device forget what the server has', () => {
    expect(answered({ ok: true, value: { updatedAt: savedAs('', 1).updatedAt } })).toEqual([
      openedWith(savedAs('Hello there', 1)),
      [{ do: 'drop', draft: typed }],
    ])
  })

  it('keeps what was typed meanwhile, as begun from what is saved now', () => {
    const more = draftOf('Hello there, all')
    const saved = savedAs('Hello there', 1)
    expect(answered({ ok: true, value: { updatedAt: saved.updatedAt } }, { ...sending, shown: more })).toEqual([
      { ...openedWith(saved), shown: more },
      [keep(more, saved)],
    ])
  })

  it.each([
    ['UNAVAILABLE', 'passing'],
    ['RATE_LIMITED', 'passing'],
    ['INVALID', 'refused'],
    ['NOT_FOUND', 'refused'],
  ] as const)('that was answered %s is %s', (reason, refusal) => {
    expect(answered({ ok: false, reason })).toEqual([{ ...sending, isSaving: false, refusal }, []])
  })

  it('that met another text asks whose is to stay, and is known again as one’s own', () => {
    const other = savedAs('Hello from home', 2)
    const [asking, effects] = answered({ ok: false, reason: 'CONFLICT', saved: other })
    expect([asking, effects]).toEqual([{ ...sending, isSaving: false, elsewhere: other }, []])
    expect([draftViewOf(asking).question, untakenOf(asking)]).toEqual(['changedElsewhere', typed])
    // Its answer was lost, and it had arrived.
    const ours = savedAs('Hello there', 2)
    const more = draftOf('Hello there, all')
    expect(answered({ ok: false, reason: 'CONFLICT', saved: ours }, { ...sending, shown: more })).toEqual([
      { ...openedWith(ours), shown: more },
      [keep(more, ours)],
    ])
  })
})

describe('what the server is read to have', () => {
  const read = (state: DraftState, saved: SavedDraft, since = state.confirmed) =>
    stepDraft(state, { kind: 'read', saved, since })

  it('is shown where nothing else was written here', () => {
    const other = savedAs('Hello from home', 1)
    expect(read(atFirst, other)).toEqual([openedWith(other), [{ do: 'drop', draft: other.draft }]])
  })

  it('is asked about where something was', () => {
    const other = savedAs('Hello from home', 1)
    expect(read(written, other)).toEqual([{ ...written, elsewhere: other }, []])
  })

  it('says nothing while a save is on its way, nor when it is what was confirmed', () => {
    expect(read({ ...written, isSaving: true }, savedAs('Other', 1))).toEqual([{ ...written, isSaving: true }, []])
    expect(read(written, first)).toEqual([written, []])
  })

  it('is given what is shown where it was put back to before', () => {
    const later = openedWith(savedAs('Hello there', 5))
    expect(read(later, first)).toEqual([{ ...later, confirmed: first }, [keep(typed, first), { do: 'save' }]])
    // It was asked before the save that is confirmed now.
    expect(read(later, first, first)).toEqual([later, []])
  })
})

describe('what a closed editor left', () => {
  const find = (state: DraftState, left = found) => stepDraft(state, { kind: 'found', found: left })

  it('is shown and saved where it began from what the server has, and moves to this editor’s place', () => {
    expect(find(atFirst)).toEqual([
      { ...atFirst, shown: found.draft },
      [{ ...keep(found.draft, first), foundIn: found.id }],
    ])
    const shown = { ...atFirst, shown: found.draft }
    const kept = { kind: 'kept', draft: found.draft, foundIn: found.id } as const
    expect(stepDraft(shown, { ...kept, isKept: true })).toEqual([
      { ...shown, kept: found.draft },
      [{ do: 'drop', draft: found.draft, id: found.id }],
    ])
    expect(stepDraft(shown, { ...kept, isKept: false })).toEqual([shown, []])
  })

  it('is asked about where it did not, or where something else is written or on its way', () => {
    const old = { ...found, editedFrom: 'before' }
    for (const [state, left] of [
      [atFirst, old],
      [written, found],
      [{ ...atFirst, isSaving: true }, found],
    ] as const)
      expect(find(state, left)).toEqual([{ ...state, left: [left] }, []])
    expect([draftViewOf(find(written)[0]).question, untakenOf(find(written)[0])]).toEqual(['leftBehind', found.draft])
  })

  it('is dropped where the server has it, and left where it is what is shown', () => {
    const there = { ...found, draft: first.draft }
    expect(find(written, there)).toEqual([written, [{ do: 'drop', draft: first.draft, id: found.id }]])
    expect(find(written, { ...found, draft: draftOf('Hello there') })).toEqual([written, []])
  })

  it('is taken when all that is shown is on the server, and else not yet', () => {
    const asking = { ...atFirst, left: [found, { ...found, id: 'recap/third' }], hasFailed: true }
    expect(stepDraft(asking, { kind: 'taken', of: 'leftBehind' })).toEqual([
      { ...atFirst, left: asking.left.slice(1), shown: found.draft, isChosen: true },
      [keep(found.draft, first), { do: 'drop', draft: found.draft, id: found.id }, { do: 'save' }],
    ])
    const unsaved = { ...asking, shown: typed, hasFailed: false }
    expect(stepDraft(unsaved, { kind: 'taken', of: 'leftBehind' })).toEqual([{ ...unsaved, hasFailed: true }, []])
    for (const state of [atFirst, { ...asking, elsewhere: savedAs('Other', 1) }])
      expect(stepDraft(state, { kind: 'taken', of: 'leftBehind' })).toEqual([state, []])
  })

  it('is let go once it is among the earlier texts', () => {
    const asking = { ...written, left: [found] }
    const setAside = { kind: 'setAside', untaken: found.draft } as const
    expect(stepDraft(asking, { ...setAside, ok: false })).toEqual([{ ...asking, hasFailed: true }, []])
    expect(stepDraft({ ...asking, hasFailed: true }, { ...setAside, ok: true })).toEqual([
      written,
      [{ do: 'drop', draft: found.draft, id: found.id }],
    ])
    expect(stepDraft(written, { ...setAside, ok: true })).toEqual([written, []])
  })
})

describe('what was saved elsewhere', () => {
  const other = savedAs('Hello from home', 2)
  const asking = { ...written, elsewhere: other }

  it('is replaced by what is shown, which is chosen then', () => {
    expect(stepDraft({ ...asking, hasFailed: true }, { kind: 'taken', of: 'changedElsewhere' })).toEqual([
      { ...written, confirmed: other, isChosen: true },
      [keep(typed, other), { do: 'save' }],
    ])
    expect(stepDraft(written, { kind: 'taken', of: 'changedElsewhere' })).toEqual([written, []])
  })

  it('is shown once this device’s words are among the earlier texts, also those that came meanwhile', () => {
    const setAside = { kind: 'setAside', untaken: typed, ok: true } as const
    expect(stepDraft(asking, setAside)).toEqual([
      openedWith(other),
      [
        { do: 'drop', draft: other.draft },
        { do: 'drop', draft: typed },
      ],
    ])
    const more = { ...asking, shown: draftOf('Hello there, all') }
    expect(stepDraft(more, setAside)).toEqual([more, [{ do: 'letGo' }]])
  })
})

/** What becomes of a save: it arrives and is answered; arrives, and the answer is lost; does not arrive. */
const fates = ['answered', 'lost', 'cut', 'refused'] as const

describe('whatever the order of letters, saves and failures', () => {
  const event = fc.oneof(
    { weight: 3, arbitrary: fc.constant('type' as const) },
    { weight: 2, arbitrary: fc.constant('save' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...fates) },
    { weight: 1, arbitrary: fc.constantFrom('kept' as const, 'notKept' as const) },
  )

  it('what was typed last is what is sent at the end, and what is saved is never said of anything else', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let [state, letters, second]: [DraftState, number, number] = [atFirst, 0, 0]
        let server = first
        let onTheWay: { draft: RecapDraft; editedFrom: string } | null = null
        const happen = (told: DraftEvent) => void ([state] = stepDraft(state, told))
        const save = () => {
          if (onTheWay || isSaved(state) || state.elsewhere) return
          onTheWay = { draft: state.shown, editedFrom: state.confirmed.updatedAt }
          happen({ kind: 'sent' })
        }
        const arrive = (fate: (typeof fates)[number]) => {
          if (!onTheWay) return
          const { draft: sent, editedFrom } = onTheWay
          onTheWay = null
          const isNew = editedFrom === server.updatedAt
          if (isNew && (fate === 'answered' || fate === 'lost'))
            server = { draft: sent, updatedAt: new Date(Date.parse(first.updatedAt) + ++second).toISOString() }
          if (fate === 'lost' || fate === 'cut')
            happen({ kind: 'answered', sent, answer: { ok: false, reason: 'UNAVAILABLE' } })
          else if (fate === 'refused') happen({ kind: 'answered', sent, answer: { ok: false, reason: 'INVALID' } })
          else if (isNew) happen({ kind: 'answered', sent, answer: { ok: true, value: server } })
          else happen({ kind: 'answered', sent, answer: { ok: false, reason: 'CONFLICT', saved: server } })
        }
        const check = () => {
          expect(state.shown.text).toBe(`Hello${'!'.repeat(letters)}`)
          // Nobody else writes: there is nothing to ask.
          expect(draftViewOf(state).question).toBe(null)
          if (draftViewOf(state).state === 'saved') expect(state.confirmed.draft).toEqual(state.shown)
          if (draftViewOf(state).state === 'here') expect(state.kept).toBe(state.shown)
        }
        for (const told of events) {
          if (told === 'type') happen({ kind: 'edited', fields: { text: `Hello${'!'.repeat(++letters)}` } })
          else if (told === 'save') save()
          else if (told === 'kept' || told === 'notKept')
            happen({ kind: 'kept', draft: state.shown, isKept: told === 'kept' })
          else arrive(told)
          check()
        }
        // The network is back: each save is answered.
        for (let round = 0; round < 3; round++) {
          save()
          arrive('answered')
        }
        check()
        expect([draftViewOf(state).state, server.draft.text]).toEqual(['saved', `Hello${'!'.repeat(letters)}`])
      }),
    )
  })

  it('never loses sight of what closed editors left but by dropping, keeping or showing it', () => {
    const left = fc.record({ text: fc.constantFrom('Hello', 'Hello!', 'other'), from: fc.boolean() })
    fc.assert(
      fc.property(fc.array(left, { maxLength: 6 }), fc.boolean(), (many, isWritten) => {
        const all = many.map(({ text, from }, index) => ({
          id: `recap/${index}`,
          editedFrom: from ? first.updatedAt : 'before',
          draft: draftOf(text),
        }))
        let state = isWritten ? written : atFirst
        const dropped = new Set<string>()
        for (const one of all) {
          const [next, effects] = after(state, { kind: 'found', found: one })
          for (const effect of effects) if (effect.do === 'drop' && effect.id) dropped.add(effect.id)
          state = next
        }
        for (const { id, draft } of all)
          expect(
            (dropped.has(id) && draft.text === first.draft.text) ||
              state.left.some((one) => one.id === id) ||
              state.shown.text === draft.text,
          ).toBe(true)
      }),
    )
  })
})
