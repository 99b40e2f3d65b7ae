import { useTranslations } from 'next-intl'
import { StateSign, stateColors, type RoomNote } from '@/components/shared/state-sign'
import { FillBar } from '@/components/ui/fill-bar'
import type { Fullness } from '@/lib/planning/alternatives'

type Props = {
  note: RoomNote
  fullness: Fullness
  /** Null: nobody counts there. */ seatsLeft: number | null
}

/** How a session's room stands: a bar, the word, who says so and how long ago. */
export function RoomFill({ note: { state, text }, fullness, seatsLeft }: Props) {
  const t = useTranslations('rooms')
  return (
    <div className={`grid gap-1 text-sm font-medium print:hidden ${stateColors[state]}`}>
      <FillBar share={fullness === 'closed' ? 1 : fullness} className="" />
      <p className="flex items-start gap-1">
        <StateSign state={state} className="mt-[0.125em] size-[1em]" />
        <span>
          {text}
          {seatsLeft !== null && seatsLeft > 0 ? ` · ${t('seatsLeft', { count: seatsLeft })}` : ''}
        </span>
      </p>
    </div>
  )
}
