import { useEffect, useRef } from 'react'

/** An entry of the history that is being left; it is taken over by whatever opens in the same moment. */
let leaving: ReturnType<typeof setTimeout> | undefined

/** As long as it is drawn, the browser's way back closes what lies over a page, and leaves the page where it is. */
export function useBackToClose(close: () => void): void {
  const closing = useRef(close)
  useEffect(() => {
    closing.current = close
  })
  useEffect(() => {
    if (leaving === undefined) history.pushState(history.state, '')
    else clearTimeout(leaving)
    leaving = undefined
    let isLeft = false
    const onBack = () => {
      isLeft = true
      closing.current()
    }
    addEventListener('popstate', onBack)
    return () => {
      removeEventListener('popstate', onBack)
      if (isLeft) return
      leaving = setTimeout(() => {
        leaving = undefined
        history.back()
      })
    }
  }, [])
}
