import * as Y from 'yjs'
import { diffText } from './text-diff'

/** What is selected in a text: from `start` to `end`; both the same: a caret. */
export type Selected = { start: number; end: number }

export type ScreenText = ReturnType<typeof openScreenText>

/**
 * What one screen shows of a document, as a document of its own: what comes from elsewhere is in it only once it is
 * drawn. What somebody types is a change of what they see, so that it deletes nothing that they do not see yet.
 * @param doc holds everything; what is typed is in it at once, with the origin 'here'
 * @param begun what the screen shows already
 */
export function openScreenText(doc: Y.Doc, begun?: Uint8Array) {
  const screen = new Y.Doc()
  const body = screen.getText('text')
  if (begun) Y.applyUpdate(screen, begun)
  screen.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'here') Y.applyUpdate(doc, update, 'here')
  })

  /** Takes the whole text as the screen holds it now. @param caret where it stands there */
  function edit(text: string, caret?: number): void {
    // A text area has no carriage returns.
    const breaks = [...body.toString().matchAll(/\r\n?/g)].reverse()
    screen.transact(() => {
      for (const { index, 0: found } of breaks) {
        body.delete(index, 1)
        if (found === '\r') body.insert(index, '\n')
      }
      const change = diffText(body.toString(), text, caret)
      if (!change) return
      body.delete(change.at, change.remove)
      body.insert(change.at, change.insert)
    }, 'here')
  }

  /**
   * Brings the screen up to date.
   * @returns what it is to show from now on, and what is selected there: the caret stays behind the letter it stood
   * behind
   */
  function draw({ start, end }: Selected): Selected & { text: string } {
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

  return { edit, draw, text: () => body.toString() }
}
