import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextUpload, type PhotoRow } from './photo-rows'
import { stepSending } from './photo-sending'
import type { PhotoSent } from './photo-transport'

const rowOf = (index: number): PhotoRow => ({
  id: `photo-${index}`,
  noteId: 'note',
  conferenceId: 'conference',
  mine: true,
  mediaType: 'image/jpeg',
  width: 12,
  height: 8,
  bytes: 100,
  takenAt: `2026-03-24T12:00:0${index}.000Z`,
  blob: new Blob(['picture']),
  uploaded: false,
})

it('is over with a photo that the server has, or will not take', () => {
  expect(stepSending({ tries: 2 }, { ok: true })).toEqual({
    change: { uploaded: true, tries: undefined },
    then: 'next',
  })
  expect(stepSending({}, { ok: false, refused: 'tooLarge' })).toEqual({ change: { refused: 'tooLarge' }, then: 'next' })
})

it.each(['failed', 'signed-out', 'account-gone'] as const)(
  'changes nothing where nothing can be sent: %s',
  (reason) => {
    expect(stepSending({ tries: 1 }, { ok: false, reason })).toEqual({ change: {}, then: reason })
  },
)

it('leaves a photo over which the server breaks for the next round, twice', () => {
  const broken = { ok: false, reason: 'broken' } as const
  expect([{}, { tries: 1 }, { tries: 2 }].map((row) => stepSending(row, broken))).toEqual([
    { change: { tries: 1 }, then: 'later' },
    { change: { tries: 2 }, then: 'later' },
    { change: { tries: undefined, refused: 'BROKEN' }, then: 'next' },
  ])
})

it('sends every photo once, or says why not, whatever the server answers and however often a round ends', () => {
  const answer = fc.constantFrom<PhotoSent>(
    { ok: true },
    { ok: false, refused: 'notAPicture' },
    { ok: false, reason: 'failed' },
    { ok: false, reason: 'broken' },
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(answer), (count, answers) => {
      const rows = Array.from({ length: count }, (_, index) => rowOf(index))
      const arrived: string[] = []
      const rounds = [...answers]
      for (let round = 0; round < 60; round++) {
        const broken = new Set<string>()
        for (;;) {
          const next = nextUpload(
            rows.filter(({ id }) => !broken.has(id)),
            [],
          )
          if (!next) break
          const sent = rounds.shift() ?? { ok: true }
          if (sent.ok) arrived.push(next.id)
          const { change, then } = stepSending(next, sent)
          Object.assign(next, change)
          if (then === 'later') broken.add(next.id)
          else if (then !== 'next') break
        }
      }
      expect(new Set(arrived).size).toBe(arrived.length)
      expect(rows.filter(({ uploaded, refused }) => uploaded === (refused !== undefined))).toEqual([])
      expect(rows.filter(({ uploaded }) => uploaded).map(({ id }) => id)).toEqual([...arrived].sort())
    }),
  )
})
