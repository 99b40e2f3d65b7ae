import { useTranslations } from 'next-intl'
import { FillBar } from '@/components/ui/fill-bar'
import { lengthOf } from '@/lib/i18n/dates'
import type { TimeLeft } from '@/lib/planning/time-span'

/** What is further off is said by its day and time alone. */
export const SOON_MINUTES = 180

/** What is left of a session, or of the wait for it: minutes, and a bar that shrinks. */
export function TimeBar({ left: { isOn, minutes, share }, when }: { left: TimeLeft; when: string }) {
  const t = useTranslations('plan')
  if (!isOn && minutes > SOON_MINUTES) return <p className="text-muted tabular-nums">{when}</p>
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap justify-between gap-x-3 tabular-nums">
        <strong className="font-semibold">{t(isOn ? 'minutesLeft' : 'inMinutes', lengthOf(minutes))}</strong>
        <span className="text-muted">{when}</span>
      </p>
      <FillBar share={share} />
    </div>
  )
}
