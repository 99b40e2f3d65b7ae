import { useTranslations } from 'next-intl'
import { useIsLive } from '@/components/ui/use-is-live'

export const waysIn = ['address', 'file', 'paste'] as const
export type WayIn = (typeof waysIn)[number]

/** Where the schedule is: one of three. */
export function WayButtons({ way, onWay }: { way: WayIn; onWay: (way: WayIn) => void }) {
  const t = useTranslations('bringIn')
  // A tap that did nothing would leave the box of another way there, to be filled in.
  const isLive = useIsLive()
  return (
    <div role="group" aria-label={t('ways')} className="flex flex-wrap gap-2">
      {waysIn.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={way === name}
          disabled={!isLive}
          onClick={() => onWay(name)}
          className={
            'min-h-11 rounded-full border border-edge px-4 font-medium aria-pressed:border-accent ' +
            'aria-pressed:bg-accent aria-pressed:text-on-accent'
          }
        >
          {t(`way.${name}`)}
        </button>
      ))}
    </div>
  )
}
