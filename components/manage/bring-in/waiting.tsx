import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

// What takes less is over before one could read about it.
const SAID_AFTER_S = 3

// Browsers draw their own in green where a border is said of it, be it none.
const bar = 'h-2 w-full appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent'
const known = '[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent'
const unknown = '[&::-webkit-progress-bar]:bg-accent motion-safe:animate-pulse'

type Props = {
  label: string
  hint: string
  /** How much is done, from 0 to 1; absent: nobody knows. */ part?: number
  /** Ends it, where nothing is lost by it. */ onStop?: () => void
}

/** Something takes a while: what, for how long already, and what becomes of it. */
export function Waiting({ label, hint, part, onStop }: Props) {
  const [t, format] = [useTranslations('bringIn'), useFormatter()]
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="grid gap-2">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-3">
        <p className="flex flex-wrap gap-x-3">
          <span role="status" className="font-medium">
            {label}
          </span>
          {part === undefined ? null : (
            <span aria-hidden className="text-muted tabular-nums">
              {format.number(part, { style: 'percent', maximumFractionDigits: 0 })}
            </span>
          )}
          {seconds >= SAID_AFTER_S ? (
            <span aria-hidden className="text-muted tabular-nums">
              {t('seconds', { seconds })}
            </span>
          ) : null}
        </p>
        {/* Not where the button stood that began it: two taps would be one. */}
        {onStop ? <Button onClick={onStop}>{t('stop')}</Button> : null}
      </div>
      <progress aria-label={label} value={part} className={`${bar} ${part === undefined ? unknown : known}`} />
      <p className="text-sm text-muted">{hint}</p>
    </div>
  )
}
