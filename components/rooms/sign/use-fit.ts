import { useEffect, useLayoutEffect, type RefObject } from 'react'
import { fitScreen } from './fit-screen'

/** Keeps a sign as large as its screen holds: with each thing that it says, each turn of the screen, and its fonts. */
export function useFit(sign: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (sign.current) fitScreen(sign.current)
  })
  useEffect(() => {
    const fit = () => {
      if (sign.current) fitScreen(sign.current)
    }
    let isOver = false
    void document.fonts?.ready.then(() => isOver || fit())
    addEventListener('resize', fit)
    return () => {
      isOver = true
      removeEventListener('resize', fit)
    }
  }, [sign])
}
