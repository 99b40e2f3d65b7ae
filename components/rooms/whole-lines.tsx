import { useEffect, useRef, useState, type ComponentProps } from 'react'

/** A text in the room that a column leaves it, in as many whole lines as that holds; that there is more it says. */
export function WholeLines({ className = '', children, ...text }: ComponentProps<'p'>) {
  const box = useRef<HTMLDivElement>(null)
  const [lines, setLines] = useState(1)
  useEffect(() => {
    const watched = box.current
    if (!watched) return
    const observer = new ResizeObserver(() => {
      const line = parseFloat(getComputedStyle(watched).lineHeight)
      setLines(Math.max(1, Math.floor(watched.clientHeight / line) || 1))
    })
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className={`min-h-[1lh] flex-[1_1_0] overflow-hidden ${className}`}>
      <p {...text} style={{ WebkitLineClamp: lines }} className="line-clamp-1">
        {children}
      </p>
    </div>
  )
}
