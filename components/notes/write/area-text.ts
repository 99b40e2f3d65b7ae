import type { Drawn, Selected } from '@/lib/notes/screen-text'
import type { DraftHere } from '@/lib/notes/device/note-draft'

/** What of a text area is needed to write in it. */
export type Area = Pick<
  HTMLTextAreaElement,
  'value' | 'selectionStart' | 'selectionEnd' | 'selectionDirection' | 'scrollTop' | 'setSelectionRange'
>

/**
 * A text area whose text may be changed from elsewhere while somebody writes in it: it holds what was drawn last and
 * what was typed since, never anything else, and the caret, the selection and the scroll stay with the words around
 * them. While a keyboard composes a word, what comes from elsewhere is not shown, and not lost.
 */
export function areaText({ edit, turn, draw }: Pick<DraftHere, 'edit' | 'turn' | 'draw'>) {
  let composing = false

  /** Shows what there is, unless a word is being composed. */
  function show(element: Area): void {
    if (composing) return
    put(element, draw(selectedIn(element)))
  }

  function onInput({ value, selectionEnd }: Area): void {
    edit(value, selectionEnd)
  }

  /** What was put there by a button is taken back at once, and nothing with it. */
  function onPut({ value }: Area): void {
    edit(value)
  }

  /**
   * Takes back what was typed here last, or takes that back. The browser's own undo knows neither what was written
   * elsewhere nor what was drawn: it would put its letters where others stand now.
   */
  function onTurn(element: Area, way: 'undo' | 'redo'): void {
    const drawn = composing ? null : turn(way)
    if (drawn) put(element, drawn)
    // Where a browser took something back all the same, it is shown as it is.
    show(element)
  }

  function onCompositionStart(): void {
    composing = true
  }

  function onCompositionEnd(element: Area): void {
    composing = false
    onInput(element)
    show(element)
  }

  return { show, onInput, onPut, onTurn, onCompositionStart, onCompositionEnd }
}

function put(element: Area, { text, start, end }: Drawn): void {
  // Setting what is there already would disturb a keyboard's suggestions.
  if (element.value === text) return
  const { selectionDirection, scrollTop } = element
  element.value = text
  element.setSelectionRange(start, end, selectionDirection)
  element.scrollTop = scrollTop
}

function selectedIn({ selectionStart: start, selectionEnd: end }: Area): Selected {
  return { start, end }
}
