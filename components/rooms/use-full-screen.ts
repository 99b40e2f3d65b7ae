import { useEffect, useState, type RefObject } from 'react'

/**
 * Something over all of the page, and where the browser allows it over all of the screen (on an iPhone nothing but a
 * video can). Escape ends it.
 */
export function useFullScreen(element: RefObject<HTMLElement | null>): { isFull: boolean; toggle: () => void } {
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setFull(false)
    const onChange = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('keydown', onKey)
    document.addEventListener('fullscreenchange', onChange)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('fullscreenchange', onChange)
    }
  }, [])
  const toggle = () => {
    setFull(!isFull)
    if (document.fullscreenElement) void document.exitFullscreen()
    else if (!isFull) void element.current?.requestFullscreen?.().catch(() => undefined)
  }
  return { isFull, toggle }
}
