import { useTranslations } from 'next-intl'
import type { MarkKind } from '@/lib/notes/marks'
import { markSigns } from './mark-signs'
import { useKeyboardInset } from '../write/use-keyboard-inset'

type Props = {
  /** Somebody writes: the bar stands above the keyboard then. */ writing: boolean
  onMark: (kind: MarkKind) => void
}

/** A button for each mark. Pressing one leaves the keyboard open and the caret where it is. */
export function MarkBar({ writing, onMark }: Props) {
  const t = useTranslations('notes')
  const covered = useKeyboardInset()
  const above = writing && covered > 0
  return (
    <div
      role="toolbar"
      aria-label={t('mark.bar')}
      style={above ? { bottom: covered } : undefined}
      className={
        'flex gap-1 overflow-x-auto ' +
        `${above ? 'fixed inset-x-0 z-30 border-t border-line bg-raised px-2 py-1' : ''}`
      }
    >
      {markSigns.map(({ kind, sign }) => (
        <button
          key={kind}
          type="button"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onMark(kind)}
          className={
            'grid min-h-11 min-w-16 shrink-0 content-center justify-items-center rounded-lg border border-edge ' +
            'bg-raised px-2 text-xs hover:bg-sunken'
          }
        >
          <span aria-hidden="true" className="font-mono text-sm font-semibold">
            {kind === 'link' ? '://' : kind === 'time' ? '0:00' : sign}
          </span>
          {t(`mark.${kind}`)}
        </button>
      ))}
    </div>
  )
}
