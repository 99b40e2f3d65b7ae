import { useLayoutEffect, useRef, type RefObject } from 'react'
import { mapCaret, rebase } from '@/lib/notes/caret'

type KeptCaret = {
  area: RefObject<HTMLTextAreaElement | null>
  /** The area's own listeners. */
  typing: { onInput: () => void; onCompositionStart: () => void; onCompositionEnd: () => void }
  /** Changes text and caret as if somebody had typed it. */
  type: (change: (text: string, caret: number) => { text: string; caret: number }) => void
}

/**
 * A text area whose text may be changed from elsewhere while somebody writes in it: the caret, the selection and the scroll
 * stay with the words around them. While a keyboard composes a word, what comes from elsewhere is not shown, and not lost.
 * @param onEdit the whole new text, once somebody typed
 */
export function useKeptCaret(text: string, onEdit: (text: string) => void): KeptCaret {
  const area = useRef<HTMLTextAreaElement>(null)
  const composing = useRef(false)
  /** What the area held when we last looked. */
  const held = useRef('')
  /** What it ought to hold. */
  const wanted = useRef(text)

  useLayoutEffect(() => {
    wanted.current = text
    if (area.current && !composing.current) held.current = show(area.current, text)
  }, [text])

  const onInput = () => {
    const typed = area.current?.value ?? ''
    const edited = rebase(held.current, typed, wanted.current)
    held.current = typed
    wanted.current = edited
    onEdit(edited)
  }
  const onCompositionStart = () => void (composing.current = true)
  const onCompositionEnd = () => {
    composing.current = false
    onInput()
    if (area.current) held.current = show(area.current, wanted.current)
  }
  const type: KeptCaret['type'] = (change) => {
    const element = area.current
    if (!element) return
    const { text: changed, caret } = change(element.value, element.selectionStart)
    element.value = changed
    element.focus()
    element.setSelectionRange(caret, caret)
    onInput()
    grow(element)
  }
  return { area, typing: { onInput, onCompositionStart, onCompositionEnd }, type }
}

/** Puts a text into the area, unless it is there already: setting it anew would end the keyboard's own undo. @returns the text */
function show(element: HTMLTextAreaElement, text: string): string {
  const before = element.value
  if (before !== text) {
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = element
    element.value = text
    element.setSelectionRange(mapCaret(before, text, selectionStart), mapCaret(before, text, selectionEnd), selectionDirection)
    element.scrollTop = scrollTop
  }
  grow(element)
  return text
}

/** As high as its text, where the style sheet cannot say so (field-sizing). */
function grow(element: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  element.style.height = 'auto'
  element.style.height = `${element.scrollHeight + 2}px`
}
