import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'

/**
 * What there is to say of the board, over its foot and not above it: so it keeps its height, and nothing moves under
 * the pointer; over the hours, too, which stay at their edge. It can be folded, and opens for what is new.
 */
export function BoardNews({ children }: { children: ReactNode }) {
  const t = useTranslations('manage.board')
  const box = useRef<HTMLDetailsElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [details, watched] = [box.current, list.current]
    if (!details || !watched) return
    const open = (changes: readonly MutationRecord[]) => {
      if (changes.some(({ addedNodes }) => addedNodes.length > 0)) details.open = true
    }
    const observer = new MutationObserver(open)
    observer.observe(watched, { childList: true })
    return () => observer.disconnect()
  }, [])
  return (
    <details
      ref={box}
      open
      className={
        'fixed inset-x-4 bottom-20 z-25 mx-auto max-w-3xl rounded-xl border border-edge bg-raised shadow-lg ' +
        'not-has-[[role=status]]:hidden lg:bottom-4'
      }
    >
      <summary className="flex min-h-11 items-center px-3 font-medium">{t('news')}</summary>
      <div ref={list} className="grid max-h-[40dvh] gap-2 overflow-y-auto px-2 pb-2">
        {children}
      </div>
    </details>
  )
}
