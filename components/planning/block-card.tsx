import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { PlacedBlock } from '@/lib/planning/blocks'
import type { Block } from '@/lib/planning/schema'
import { timeOf } from '@/lib/platform/time'
import { BlockForm } from './block-form'

type Props = {
  placed: PlacedBlock
  days: { date: string; label: string }[]
  /** On whose clocks it is shown… */
  shownIn: string
  /** …and on whose it is kept: the conference's. */
  timeZone: string
  onSave: (block: Block) => void
  onDrop: (block: Block) => void
}

/** One of my own times in the plan, to be changed or dropped. */
export function BlockCard({ placed: { block, startAt, endAt }, days, shownIn, timeZone, onSave, onDrop }: Props) {
  const t = useTranslations('plan.block')
  return (
    <li className="rounded-lg border border-dashed border-edge bg-sunken p-3">
      <p dir="auto" className="font-semibold">{block.title}</p>
      <p className="text-sm text-muted tabular-nums">{timeOf(startAt, shownIn)}–{timeOf(endAt, shownIn)} · {block.daily ? t('everyDay') : t('mine')}</p>
      <details>
        <summary className="min-h-11 py-2" aria-label={`${t('change')}: ${block.title}`}>{t('change')}</summary>
        <BlockForm key={`${block.startAt}${block.endAt}${block.title}`} conferenceId={block.conferenceId} days={days} timeZone={timeZone} block={block} onSave={onSave} />
        <Button className="mt-2 w-full" variant="danger" onClick={() => onDrop(block)}>{t('drop')}</Button>
      </details>
    </li>
  )
}
