import { useEffect, useLayoutEffect, useRef } from 'react'
import { onTick } from '@/components/shared/use-now'
import { DAY_LIST, firstInSight, LEFT_AT, placeDay } from './place-day'

/**
 * Keeps the hour on the list of a day: after each change of what is listed, as time goes on, and where no script of the
 * page's own did it. What is opened from here can be come back to.
 * @param listed changes whenever other rows are listed
 * @param asked what was asked for; when it changes, the list opens anew
 */
export function usePlacedDay(listed: unknown, asked: string): void {
  const shown = useRef(asked)
  useLayoutEffect(() => {
    if (shown.current !== asked) document.getElementById(DAY_LIST)?.removeAttribute('data-opened')
    shown.current = asked
    placeDay()
  }, [listed, asked])
  useEffect(() => {
    const stop = onTick(placeDay)
    document.addEventListener('click', leave, { capture: true })
    return () => {
      stop()
      document.removeEventListener('click', leave, { capture: true })
    }
  }, [])
}

/** Remembers in this entry of the history which row was where when a link was followed. */
function leave({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link) return
  const left = link.id ? [link.id, Math.round(link.getBoundingClientRect().top)] : firstInSight()
  if (!left) return
  history.scrollRestoration = 'manual'
  history.replaceState({ ...history.state, [LEFT_AT]: left }, '')
}
