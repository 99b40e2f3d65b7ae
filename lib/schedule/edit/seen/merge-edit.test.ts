import { describe, expect, it } from 'vitest'
import { mergeEdit } from './merge-edit'

const shown = { title: 'Rust', room: 'a' as string | null, text: 'One\nTwo', people: [{ name: 'Eve' }] }

describe('mergeEdit', () => {
  it('writes what was changed, and leaves what others wrote', () => {
    const [asked, now] = [
      { ...shown, title: 'Rust!' },
      { ...shown, room: 'b', people: [{ name: 'Ann' }] },
    ]
    expect(mergeEdit(shown, asked, now)).toEqual({ ...now, title: 'Rust!' })
  })

  it('takes no trimmed text and no other end of a line for a change', () => {
    const now = { ...shown, room: null, text: 'Three' }
    expect(mergeEdit(shown, { ...shown, text: ' One\r\nTwo ' }, now)).toEqual(now)
  })

  it('refuses when both changed the same, unless to the same', () => {
    const asked = { ...shown, room: 'c' }
    expect(() => mergeEdit(shown, asked, { ...shown, room: 'b' })).toThrow(
      expect.objectContaining({ code: 'CHANGED_MEANWHILE', detail: 'room' }),
    )
    expect(mergeEdit(shown, asked, { ...shown, room: 'c' })).toEqual(asked)
  })

  it('writes all where it is not known what was shown', () => {
    expect(mergeEdit(null, shown, { ...shown, title: 'Go' })).toEqual(shown)
  })
})
