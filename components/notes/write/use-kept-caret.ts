import { useEffect, useLayoutEffect, useMemo, useRef, type FormEvent, type RefObject } from 'react'
import type { Drawn, Selected } from '@/lib/notes/screen-text'
import { areaText } from './area-text'
import { turnOfInput, turnOfKey } from './undo-keys'
import type { Draft } from './use-draft'

type KeptCaret = {
  area: RefObject<HTMLTextAreaElement | null>
  /** The area's own listeners. */
  typing: { onInput: (event: FormEvent) => void; onCompositionStart: () => void; onCompositionEnd: () => void }
  /** Changes text and selection at a press; one undo takes it back. */
  put: (change: (text: string, selected: Selected) => Drawn) => void
}

/** A text area that shows a draft and writes into it; see areaText. */
export function useKeptCaret({ text, edit, turn, draw }: Pick<Draft, 'text' | 'edit' | 'turn' | 'draw'>): KeptCaret {
  const area = useRef<HTMLTextAreaElement>(null)
  const length = useRef(0)
  const held = useMemo(() => areaText({ edit, turn, draw }), [edit, turn, draw])
  useLayoutEffect(() => {
    if (!area.current) return
    held.show(area.current)
    grow(area.current, length)
  }, [held, text])
  useEffect(() => {
    const element = area.current
    if (!element) return
    const gone = new AbortController()
    const turnBy = (event: Event, way: 'undo' | 'redo' | null) => {
      if (!way) return
      event.preventDefault()
      held.onTurn(element, way)
      grow(element, length)
    }
    // React tells of neither: its onBeforeInput is another event.
    element.addEventListener('beforeinput', (event) => turnBy(event, turnOfInput(event)), gone)
    element.addEventListener('keydown', (event) => turnBy(event, turnOfKey(event, navigator.platform)), gone)
    return () => gone.abort()
  }, [held])

  const put: KeptCaret['put'] = (change) => {
    const element = area.current
    if (!element) return
    const { selectionStart, selectionEnd } = element
    const { text: changed, start, end } = change(element.value, { start: selectionStart, end: selectionEnd })
    element.value = changed
    element.focus()
    element.setSelectionRange(start, end)
    held.onPut(element)
    grow(element, length)
  }
  const typing = {
    onInput: ({ nativeEvent }: FormEvent) => {
      if (!area.current) return
      const way = turnOfInput(nativeEvent)
      // Where the browser's own undo cannot be prevented, what it did is no typing.
      if (way) held.onTurn(area.current, way)
      else held.onInput(area.current)
    },
    onCompositionStart: held.onCompositionStart,
    onCompositionEnd: () => area.current && held.onCompositionEnd(area.current),
  }
  return { area, typing, put }
}

/**
 * As high as its text, where the style sheet cannot say so (field-sizing).
 * @param known how long the text was last: only a shorter one may need less height, and to ask for that has the browser
 * lay out the whole text twice
 */
function grow(element: HTMLTextAreaElement, known: RefObject<number>): void {
  if (CSS.supports('field-sizing', 'content')) return
  const isShorter = element.value.length < known.current
  known.current = element.value.length
  if (isShorter) element.style.height = 'auto'
  const { scrollHeight, clientHeight } = element
  if (isShorter || scrollHeight > clientHeight) element.style.height = `${scrollHeight + 2}px`
}
