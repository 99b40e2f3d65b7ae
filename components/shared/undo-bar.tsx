import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

const SHOWN_MS = 8_000
// A question takes longer to read than a statement.
const ASKED_MS = 20_000
// A store that answers does so before anybody has read that it has not.
const PATIENCE_MS = 1_000

type Props = {
  text: string
  /** What was done is on this device. */ isKept: boolean
  /** What else could be done about it. */ answers?: { name: string; onTake: () => void }[]
  onUndo: () => void
  onGone: () => void
}

/** Says what was just done and offers to undo it, above the places, within the thumb's reach. */
export function UndoBar({ text, isKept, answers = [], onUndo, onGone }: Props) {
  const t = useTranslations('plan')
  const [lateText, setLateText] = useState<string | null>(null)
  const shownMs = answers.length > 0 ? ASKED_MS : SHOWN_MS
  useEffect(() => {
    // What is not kept yet stays in sight until it is.
    const timer = isKept ? setTimeout(onGone, shownMs) : setTimeout(() => setLateText(text), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [text, isKept, shownMs, onGone])
  return (
    <div
      role="status"
      className={
        'undo-bar fixed inset-x-4 bottom-20 z-30 mx-auto flex max-w-xl flex-wrap items-center justify-between ' +
        'gap-x-3 gap-y-1 rounded-xl bg-ink p-3 text-ground lg:bottom-6'
      }
    >
      <span className={answers.length > 0 ? 'w-full' : 'min-w-0 flex-1'}>
        {text} {!isKept && lateText === text ? <strong className="block">{t('notKeptYet')}</strong> : null}
      </span>
      {answers.map(({ name, onTake }) => (
        <button
          key={name}
          type="button"
          onClick={onTake}
          className="min-h-11 text-sm font-semibold underline underline-offset-4"
        >
          {name}
        </button>
      ))}
      <button
        type="button"
        onClick={onUndo}
        className={`min-h-11 shrink-0 rounded-lg border border-ground font-semibold ${
          answers.length > 0 ? 'px-3 text-sm' : 'px-4'
        }`}
      >
        {t('undo')}
      </button>
    </div>
  )
}
