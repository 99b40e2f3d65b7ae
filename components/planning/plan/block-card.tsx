import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { sayWhen } from '@/lib/i18n/dates'
import type { PlacedBlock } from '@/lib/planning/blocks'
import type { Block } from '@/lib/planning/schema'
import { settleBidi } from '@/lib/platform/bidi'

type Props = {
  placed: PlacedBlock
  /** Which stands above it. */ day: string
  timeZone: string
  onOpen: (block: Block) => void
}

/** One of my own times in the list of a plan's day. */
export function BlockCard({ placed: { block, startAt, endAt }, day, timeZone, onOpen }: Props) {
  const [t, language] = [useTranslations('plan.block'), useLocale()]
  return (
    <li className="flex items-center justify-between gap-2 rounded-lg border border-dashed border-edge bg-sunken p-3">
      <div className="min-w-0">
        <p dir="auto" className="font-semibold">
          {settleBidi(block.title)}
        </p>
        <p className="text-sm text-muted tabular-nums">
          {sayWhen({ startAt, endAt }, { timeZone, language, under: day })} · {block.daily ? t('everyDay') : t('mine')}
        </p>
      </div>
      <Button aria-haspopup="dialog" aria-label={`${t('change')}: ${block.title}`} onClick={() => onOpen(block)}>
        {t('change')}
      </Button>
    </li>
  )
}
