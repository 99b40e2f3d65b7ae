import { simpleDiffString } from 'lib0/diff'

/** One stretch of a text that was replaced: `remove` UTF-16 units from `at` on went, `insert` came. */
export type TextChange = { at: number; remove: number; insert: string }

/**
 * The one stretch in which two texts differ; null when they are equal. It never cuts a surrogate pair, and as far as
 * the texts allow it holds whole words: a word that is put before one with the same beginning is not put into it, where
 * another device's deletion would tear it apart.
 * @param caret where it stands in `after`: of the places at which the same letters may have come or gone ("ll"), it
 * tells which
 */
export function diffText(before: string, after: string, caret?: number): TextChange | null {
  if (before === after) return null
  const atCaret = caret === undefined ? null : changeAt(before, after, caret)
  if (atCaret) return atCaret
  const { index: at, remove, insert } = simpleDiffString(before, after)
  if (remove === 0) return { ...slide(before, at, insert), remove: 0 }
  if (insert === '') return { at: slide(after, at, before.slice(at, at + remove)).at, remove, insert: '' }
  // What stands behind the caret may be another's word.
  const tail = before.length - at - remove
  const whole = wholeWords(
    before,
    { start: at, tail },
    caret === undefined || isHigh(after, caret - 1) ? 0 : Math.min(tail, after.length - caret),
  )
  return {
    at: whole.start,
    remove: before.length - whole.tail - whole.start,
    insert: after.slice(whole.start, after.length - whole.tail),
  }
}

/**
 * The stretches in which two texts differ, the last one first: one in each line where both have as many lines, so that
 * what others write between them stays where it is; else one.
 */
export function diffLines(before: string, after: string): TextChange[] {
  const [was, is] = [before.split('\n'), after.split('\n')]
  if (was.length !== is.length) return [diffText(before, after) ?? []].flat()
  let at = 0
  const changes = was.flatMap((line, index) => {
    const change = diffText(line, is[index] ?? '')
    const begins = at
    at += line.length + 1
    return change ? { ...change, at: change.at + begins } : []
  })
  return changes.reverse()
}

/** What was typed up to the caret, or deleted there; null when that does not lead from one text to the other. */
function changeAt(before: string, after: string, caret: number): TextChange | null {
  const came = after.length - before.length
  const at = came > 0 ? caret - came : caret
  const change = { at, remove: Math.max(0, -came), insert: after.slice(at, at + Math.max(0, came)) }
  if (at < 0 || isHigh(after, caret - 1) || isHigh(before, at - 1) || isHigh(before, at + change.remove - 1))
    return null
  return before.slice(0, at) + change.insert + before.slice(at + change.remove) === after ? change : null
}

type Same = { /** So many units are the same at the beginning. */ start: number; /** And at the end. */ tail: number }

/** The same insertion can stand at several places ("ab|ab|ab"): at the beginning of a word, if that is one of them. */
function slide(text: string, at: number, inserted: string): { at: number; insert: string } {
  let moved = inserted
  for (let place = at; place > 0; place--) {
    if (isSpace(text, place - 1)) return { at: place, insert: moved }
    if (text.charAt(place - 1) !== moved.at(-1)) break
    moved = moved.slice(-1) + moved.slice(0, -1)
    if (place === 1) return { at: 0, insert: moved }
  }
  return { at, insert: inserted }
}

/** A word that is replaced is replaced whole. @param leastTail so many units at the end are left alone in any case */
function wholeWords(before: string, same: Same, leastTail: number): Same {
  let { start, tail } = same
  while (start > 0 && !isSpace(before, start - 1)) start--
  while (tail > leastTail && !isSpace(before, before.length - tail)) tail--
  return { start, tail }
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at))
}

function isHigh(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800
}
