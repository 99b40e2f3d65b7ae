import * as Y from 'yjs'
import { diffLines, diffText, type TextChange } from './text-diff'
import { goesOn, stepWith, type UndoStep } from './undo-steps'

/** What is selected in a text: from `start` to `end`; both the same: a caret. */
export type Selected = { start: number; end: number }

/** What a screen is to show from now on, and what is selected there. */
export type Drawn = Selected & { text: string }

/**
 * What one screen shows of a document, as a document of its own: what comes from elsewhere is in it only once it is
 * drawn. What somebody types is a change of what they see, so that it deletes nothing that they do not see yet. What
 * they take back is what they wrote here, never what others did.
 * @param doc holds everything; what is typed is in it at once, with the origin 'here'
 * @param begun what the screen shows already
 */
export function openScreenText(doc: Y.Doc, begun?: Uint8Array) {
  const screen = new Y.Doc()
  const body = screen.getText('text')
  const undos = new Y.UndoManager(body, {
    trackedOrigins: new Set(['here', 'begun']),
    // Where a step ends, its letters say (undo-steps.ts).
    captureTimeout: Infinity,
  })
  let step: UndoStep | null = null
  if (begun) Y.applyUpdate(screen, begun, 'begun')
  if (begun) step = stepWith(null, { at: 0, remove: 0, insert: body.toString() })
  screen.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'here' || origin === undos) Y.applyUpdate(doc, update, 'here')
    // Its place is another from now on.
    else step = null
  })

  /**
   * Takes the whole text as the screen holds it now.
   * @param caret where it stands there; none: it was not typed, and is taken back at once
   */
  function edit(text: string, caret?: number): void {
    // A text area has no carriage returns.
    const breaks = [...body.toString().matchAll(/\r\n?/g)].reverse()
    screen.transact(() => {
      for (const { index, 0: found } of breaks) {
        body.delete(index, 1)
        if (found === '\r') body.insert(index, '\n')
      }
      const shown = body.toString()
      const changes = caret === undefined ? diffLines(shown, text) : [diffText(shown, text, caret) ?? []].flat()
      for (const [index, change] of changes.entries()) {
        if (index === 0) capture(change, caret === undefined)
        body.delete(change.at, change.remove)
        body.insert(change.at, change.insert)
      }
    }, 'here')
  }

  /** @param isAlone a text that was not typed is a step of its own */
  function capture(change: TextChange, isAlone: boolean): void {
    const isSame = !isAlone && step !== null && goesOn(step, change, body.toString())
    if (!isSame) undos.stopCapturing()
    step = isAlone ? null : stepWith(isSame ? step : null, change)
  }

  /**
   * Takes back what was written here last, or takes that back.
   * @returns null when there is nothing to take back
   */
  function turn(way: 'undo' | 'redo'): Drawn | null {
    const carets: number[] = []
    const watch = ({ delta }: Y.YTextEvent) => carets.push(endOf(delta))
    body.observe(watch)
    undos[way]()
    body.unobserve(watch)
    undos.stopCapturing()
    step = null
    const [caret] = carets
    return caret === undefined ? null : { text: body.toString(), start: caret, end: caret }
  }

  /**
   * Brings the screen up to date.
   * @returns what it is to show from now on, and what is selected there: the caret stays behind the letter it stood
   * behind
   */
  function draw({ start, end }: Selected): Drawn {
    const kept = start === end ? [placeOf(start, -1)] : [placeOf(start, 0), placeOf(end, -1)]
    Y.applyUpdate(screen, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(screen)))
    const [from = 0, to = from] = kept.map(
      (place) => Y.createAbsolutePositionFromRelativePosition(place, screen)?.index ?? body.length,
    )
    return { text: body.toString(), start: from, end: Math.max(from, to) }
  }

  function placeOf(index: number, assoc: number): Y.RelativePosition {
    return Y.createRelativePositionFromTypeIndex(body, Math.min(index, body.length), assoc)
  }

  return { edit, turn, draw, text: () => body.toString() }
}

/** Where the last of some changes ends. */
function endOf(delta: Y.YTextEvent['delta']): number {
  let [at, end] = [0, 0]
  for (const { retain = 0, insert = '' } of delta) {
    at += retain + (typeof insert === 'string' ? insert.length : 1)
    if (retain === 0) end = at
  }
  return end
}
