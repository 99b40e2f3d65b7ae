import type { Selected } from '@/lib/notes/screen-text'
import type { DraftHere } from '@/lib/sync/client/note-draft'

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
export function areaText({ edit, draw }: Pick<DraftHere, 'edit' | 'draw'>) {
  let composing = false

  /** Shows what there is, unless a word is being composed. */
  function show(element: Area): void {
    if (composing) return
    const { selectionDirection, scrollTop } = element
    const { text, start, end } = draw(selectedIn(element))
    // Setting what is there already would end the keyboard's own undo.
    if (element.value === text) return
    element.value = text
    element.setSelectionRange(start, end, selectionDirection)
    element.scrollTop = scrollTop
  }

  function onInput({ value, selectionEnd }: Area): void {
    edit(value, selectionEnd)
  }

  function onCompositionStart(): void {
    composing = true
  }

  function onCompositionEnd(element: Area): void {
    composing = false
    onInput(element)
    show(element)
  }

  return { show, onInput, onCompositionStart, onCompositionEnd }
}

function selectedIn({ selectionStart: start, selectionEnd: end }: Area): Selected {
  return { start, end }
}
