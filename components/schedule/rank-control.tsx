import { useTranslations } from 'next-intl'
import type { PickRank } from '@/lib/planning/schema'

const ranks = ['first', 'planB', 'hidden'] as const satisfies readonly PickRank[]

type Props = {
  title: string
  rank: PickRank | undefined
  /** Undefined: not picked any more. */ onRank: (rank: PickRank | undefined) => void
}

/** First choice, plan B, hidden; the one that is pressed, pressed again, makes it none of them. */
export function RankControl({ title, rank, onRank }: Props) {
  const t = useTranslations('session')
  return (
    <div
      role="group"
      aria-label={`${t('pick')}: ${title}`}
      className={
        'grid grid-cols-[4fr_3fr_3fr] rounded-lg border border-edge bg-raised max-[17rem]:text-sm ' +
        'max-[17rem]:grid-cols-[minmax(0,1fr)_auto_auto]'
      }
    >
      {ranks.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={rank === one}
          onClick={() => onRank(rank === one ? undefined : one)}
          className={
            'min-h-11 border-edge px-1 font-medium first:rounded-s-lg last:rounded-e-lg not-first:border-s ' +
            'aria-pressed:bg-accent aria-pressed:text-on-accent'
          }
        >
          {t(`rank.${one}`)}
        </button>
      ))}
    </div>
  )
}
