import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Outside } from '@/components/ui/facts'
import { pageAddress } from '@/lib/program/addresses'
import type { Neighbours } from '@/lib/program/agenda-day'

/** The sessions before and after this one on its day: by a tap, the arrow keys, or a swipe. */
export function NeighbourLinks({ conference, before, after }: Neighbours & { conference: string }) {
  const t = useTranslations('session')
  const [back, on] = [before, after].map((to) => to && pageAddress(conference, 'session', to.slug))
  useEffect(() => turnPages(back, on), [back, on])
  const link = 'flex min-h-11 flex-col justify-center py-2 hover:bg-sunken'
  return (
    <nav aria-label={t('ofDay')} className="grid grid-cols-2 gap-4 border-t border-line pt-2 text-sm">
      {before && back ? (
        <a rel="prev" href={back} className={link}>
          <span className="text-muted">{t('before')}</span>
          <Outside>{before.title}</Outside>
        </a>
      ) : (
        <span />
      )}
      {after && on ? (
        <a rel="next" href={on} className={`${link} text-end`}>
          <span className="text-muted">{t('after')}</span>
          <Outside>{after.title}</Outside>
        </a>
      ) : null}
    </nav>
  )
}

const SWIPE_PX = 90
const STEADY_PX = 40
/** There a swipe is the browser's own way back. */
const EDGE_PX = 32

/** @returns how to stop listening */
function turnPages(back: string | undefined, on: string | undefined): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const go = (address: string | undefined) => address && location.assign(address)
  let from: Touch | undefined
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTaken(event.target)) return
    if (event.key === 'ArrowLeft') go(back)
    if (event.key === 'ArrowRight') go(on)
  }
  const onStart = ({ touches, target }: TouchEvent) => {
    const [touch] = touches
    const isOurs = touches.length === 1 && touch && touch.clientX > EDGE_PX && touch.clientX < innerWidth - EDGE_PX
    from = isOurs && !isTaken(target) ? touch : undefined
  }
  const onEnd = ({ changedTouches: [to] }: TouchEvent) => {
    if (!from || !to || Math.abs(to.clientY - from.clientY) > STEADY_PX || !getSelection()?.isCollapsed) return
    const across = to.clientX - from.clientX
    if (Math.abs(across) > SWIPE_PX) go(across > 0 ? back : on)
  }
  document.addEventListener('keydown', onKey, { signal })
  document.addEventListener('touchstart', onStart, { signal, passive: true })
  document.addEventListener('touchend', onEnd, { signal, passive: true })
  return () => listening.abort()
}

/** Arrows and fingers have something else to do in what is written in, and before a dialog. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true
  return target instanceof Element && target.closest('input, textarea, select, pre, table, [contenteditable]') !== null
}
