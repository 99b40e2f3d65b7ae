import { useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import { areaText } from './area-text'
import type { Draft } from './use-draft'

type KeptCaret = {
  area: RefObject<HTMLTextAreaElement | null>
  /** The area's own listeners. */
  typing: { onInput: () => void; onCompositionStart: () => void; onCompositionEnd: () => void }
  /** Changes text and caret as if somebody had typed it. */
  type: (change: (text: string, caret: number) => { text: string; caret: number }) => void
}

/** A text area that shows a draft and writes into it; see areaText. */
export function useKeptCaret({ text, edit, draw }: Pick<Draft, 'text' | 'edit' | 'draw'>): KeptCaret {
  const area = useRef<HTMLTextAreaElement>(null)
  const held = useMemo(() => areaText({ edit, draw }), [edit, draw])
  useLayoutEffect(() => {
    if (!area.current) return
    held.show(area.current)
    grow(area.current)
  }, [held, text])

  const type: KeptCaret['type'] = (change) => {
    const element = area.current
    if (!element) return
    const { text: changed, caret } = change(element.value, element.selectionStart)
    element.value = changed
    element.focus()
    element.setSelectionRange(caret, caret)
    held.onInput(element)
    grow(element)
  }
  const typing = {
    onInput: () => area.current && held.onInput(area.current),
    onCompositionStart: held.onCompositionStart,
    onCompositionEnd: () => area.current && held.onCompositionEnd(area.current),
  }
  return { area, typing, type }
}

/** As high as its text, where the style sheet cannot say so (field-sizing). */
function grow(element: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  element.style.height = 'auto'
  element.style.height = `${element.scrollHeight + 2}px`
}
