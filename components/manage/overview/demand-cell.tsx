import { useTranslations } from 'next-intl'
import type { DemandBar } from '@/lib/desk/demand'
import { sayWhen, type Saying } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'

/** In pixels: a narrower cell has no room for its numbers, which are told when it is reached. */
const NUMBERS = 52

type Props = {
  bar: DemandBar
  /** In pixels. */ box: { left: number; width: number; top: number; height: number }
  isChosen: boolean
  saying: Saying
  onChoose: () => void
}

/** One session of the map, filled from its bottom by how many of its places are likely to be taken. */
export function DemandCell({ bar, box, isChosen, saying, onChoose }: Props) {
  const t = useTranslations('manage.overview')
  const { session, demand: known } = bar
  const demand = known === 'few' ? null : known
  const share = demand && session.capacity ? Math.min(1, demand.expected / session.capacity) : demand ? 1 : 0
  return (
    <button
      type="button"
      data-grid-cell
      aria-pressed={isChosen}
      aria-label={`${isolated(session.title)}, ${sayWhen(session, saying)}: ${sayDemand(t, bar)}`}
      style={box}
      onClick={onChoose}
      onFocus={onChoose}
      className={
        'absolute overflow-hidden rounded border bg-ground text-left aria-pressed:outline-2 ' +
        `aria-pressed:outline-accent ${known ? 'border-edge' : 'border-dashed border-edge'} ` +
        (demand?.isLikelyFull ? 'text-danger' : 'text-good')
      }
    >
      <svg aria-hidden="true" viewBox="0 0 10 100" preserveAspectRatio="none" className="absolute inset-0 size-full">
        <rect y={100 - share * 100} width="10" height={share * 100} fill="currentColor" opacity="0.45" />
        {demand?.isLikelyFull ? <rect width="10" height="8" fill="currentColor" /> : null}
      </svg>
      {box.width < NUMBERS ? null : (
        <bdi className="absolute inset-x-1 top-1 truncate text-xs text-ink">
          {demand ? `${demand.expected}/${session.capacity}` : known ? `–/${session.capacity}` : '?'}
        </bdi>
      )}
    </button>
  )
}

/** How many are likely to come to how many places. @param t of `manage.overview` */
export function sayDemand(
  t: ReturnType<typeof useTranslations<'manage.overview'>>,
  { session: { capacity }, demand }: DemandBar,
): string {
  if (!demand || capacity === null) return t('capacityUnknown')
  if (demand === 'few') return t('expectedFew', { capacity })
  const { expected, low, high } = demand
  return t('expected', { expected, low, high, capacity })
}
