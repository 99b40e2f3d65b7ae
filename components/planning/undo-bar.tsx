import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

const SHOWN_MS = 8_000

/** Says what was just done and offers to undo it, above the places, within the thumb's reach. */
export function UndoBar({ text, onUndo, onGone }: { text: string; onUndo: () => void; onGone: () => void }) {
  const t = useTranslations('plan')
  useEffect(() => {
    const timer = setTimeout(onGone, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [text, onGone])
  return (
    <div
      role="status"
      className={
        'fixed inset-x-4 bottom-20 z-30 mx-auto flex max-w-xl items-center justify-between gap-3 rounded-xl bg-ink ' +
        'p-3 text-ground lg:bottom-6'
      }
    >
      <span>{text}</span>
      <button
        type="button"
        onClick={onUndo}
        className="min-h-11 shrink-0 rounded-lg border border-ground px-4 font-semibold"
      >
        {t('undo')}
      </button>
    </div>
  )
}
