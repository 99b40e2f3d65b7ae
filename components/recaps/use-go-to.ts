import { useEffect, useRef, type RefObject } from 'react'
import type { UnfinishedIn } from '@/lib/recaps/doubts'

type Box = RefObject<HTMLTextAreaElement | null>

/** The boxes of a recap, and the way to a line of it: it is selected and in view, once what lay above is gone. */
export function useGoTo(): { titleRef: Box; textRef: Box; goTo: (found: UnfinishedIn) => void } {
  const [titleRef, textRef] = [useRef<HTMLTextAreaElement>(null), useRef<HTMLTextAreaElement>(null)]
  const wanted = useRef<UnfinishedIn | null>(null)
  // A window that closes gives the focus back to where it was, before this.
  useEffect(() => {
    if (!wanted.current) return
    const box = wanted.current.field === 'title' ? titleRef.current : textRef.current
    if (box) show(box, wanted.current)
    wanted.current = null
  })
  const goTo = (found: UnfinishedIn) => void (wanted.current = found)
  return { titleRef, textRef, goTo }
}

function show(box: HTMLTextAreaElement, { line, written }: UnfinishedIn): void {
  const lines = box.value.split('\n')
  const begins = lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0)
  const content = lines[line] ?? ''
  const found = content.indexOf(written)
  const [from, to] = found < 0 ? [begins, begins + content.length] : [begins + found, begins + found + written.length]
  // A box shows where its caret is when it gets the focus, not when the caret moves.
  box.blur()
  box.setSelectionRange(from, to)
  box.focus()
}
