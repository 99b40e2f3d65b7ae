import { describe, expect, it } from 'vitest'
import { outdatedBackups } from './rotation'

const DAY_MS = 86_400_000
const nameAt = (at: Date) => `hallway-${at.toISOString().slice(0, 16).replace(':', '')}.tar.gz`

/** What is there after so many nights, each of which removes what is outdated. */
function after(nights: number, from = '2025-01-01T03:11:00Z'): string[] {
  let names: string[] = []
  for (let night = 0; night < nights; night++) {
    names.push(nameAt(new Date(Date.parse(from) + night * DAY_MS)))
    const gone = new Set(outdatedBackups(names))
    names = names.filter((name) => !gone.has(name))
  }
  return names
}

describe('rotation', () => {
  it('keeps a week of days, five weeks’ and twelve months’ last after two years', () => {
    // 2026-12-31 is a Thursday.
    expect(after(730)).toEqual(
      [
        ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
        ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30'],
        ...['2026-12-06', '2026-12-13', '2026-12-20'],
        ...['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
      ].map((day) => `hallway-${day}T0311.tar.gz`),
    )
  })

  it('never removes the newest, however long there was none', () => {
    for (let nights = 1; nights < 400; nights += 13) {
      const names = [...after(nights), nameAt(new Date('2030-06-01T10:00:00Z'))]
      expect(outdatedBackups(names)).not.toContain('hallway-2030-06-01T1000.tar.gz')
    }
  })

  it('keeps the last of a day on which it ran twice', () => {
    const names = ['hallway-2026-11-30T0311.tar.gz', 'hallway-2026-11-30T1500.tar.gz']
    expect(outdatedBackups(names)).toEqual(['hallway-2026-11-30T0311.tar.gz'])
  })

  it('leaves alone what is no backup of ours', () => {
    const others = [
      'photos.zip',
      'hallway.tar.gz',
      'hallway-2020-01-01T0000.tar.gz.part',
      'hallway-before-update.tar.gz',
    ]
    expect(outdatedBackups([...others, ...after(30)])).toEqual([])
  })
})
