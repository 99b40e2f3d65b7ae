import { useEffect, useRef, useState, type ComponentProps } from 'react'

/** A text in the room that a column leaves it, in as many whole lines as that holds, maybe none. */
export function WholeLines({ className = '', children, ...text }: ComponentProps<'p'>) {
  const box = useRef<HTMLDivElement>(null)
  const [lines, setLines] = useState(0)
  useEffect(() => {
    const watched = box.current
    if (!watched) return
    const observer = new ResizeObserver(() => {
      const line = parseFloat(getComputedStyle(watched).lineHeight)
      setLines(Math.floor(watched.clientHeight / line) || 0)
    })
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className={`min-h-0 flex-[1_1_0] overflow-hidden ${className}`}>
      <p {...text} style={{ WebkitLineClamp: lines }} className={lines > 0 ? 'line-clamp-1' : 'hidden'}>
        {children}
      </p>
    </div>
  )
}
