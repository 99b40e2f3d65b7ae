import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

const SHOWN_MS = 8_000
// A store that answers does so before anybody has read that it has not.
const PATIENCE_MS = 1_000

type Props = {
  text: string
  /** What was done is on this device. */ isKept: boolean
  onUndo: () => void
  onGone: () => void
}

/** Says what was just done and offers to undo it, above the places, within the thumb's reach. */
export function UndoBar({ text, isKept, onUndo, onGone }: Props) {
  const t = useTranslations('plan')
  const [lateText, setLateText] = useState<string | null>(null)
  useEffect(() => {
    // What is not kept yet stays in sight until it is.
    const timer = isKept ? setTimeout(onGone, SHOWN_MS) : setTimeout(() => setLateText(text), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [text, isKept, onGone])
  return (
    <div
      role="status"
      className={
        'fixed inset-x-4 bottom-20 z-30 mx-auto flex max-w-xl items-center justify-between gap-3 rounded-xl bg-ink ' +
        'p-3 text-ground lg:bottom-6'
      }
    >
      <span>
        {text} {!isKept && lateText === text ? <strong className="block">{t('notKeptYet')}</strong> : null}
      </span>
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
