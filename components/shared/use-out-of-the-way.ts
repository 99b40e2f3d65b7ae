import { useEffect, useRef, useState, type RefObject } from 'react'

/** On what nothing may lie that floats over a screen: what has to be tapped, or is written in. */
const KEPT_FREE = '[data-kept-free]'

/** A button that floats over the screen, and whether it now lies over what has to be tapped. */
export function useOutOfTheWay(): [RefObject<HTMLAnchorElement | null>, boolean] {
  const button = useRef<HTMLAnchorElement>(null)
  const [isInTheWay, setInTheWay] = useState(false)
  useEffect(() => {
    const look = () => setInTheWay(button.current !== null && liesOverSomething(button.current))
    // What is on a screen comes after the button does, and grows.
    const watch = new ResizeObserver(look)
    watch.observe(document.body)
    document.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      document.removeEventListener('scroll', look)
    }
  }, [])
  return [button, isInTheWay]
}

function liesOverSomething(button: Element): boolean {
  if (getComputedStyle(button).position !== 'fixed') return false
  const { left, top, right, bottom } = button.getBoundingClientRect()
  return [...document.querySelectorAll(KEPT_FREE)].some((element) => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.left < right && left < box.right && box.top < bottom && top < box.bottom
  })
}
