import { useMemo } from 'react'
import { WaitingCount } from '@/components/ui/waiting-count'
import { placeBlocks } from '@/lib/planning/blocks'
import { planConflicts } from '@/lib/planning/conflict-options'
import { useBlocks } from '@/lib/planning/device/use-blocks'
import { usePicks } from '@/lib/planning/device/use-picks'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useNow } from '@/components/shared/use-now'

/** The number of clashes to settle, from this device's own copy of everything. */
export function ClashesCount({
  conference: { id, slug },
  word,
}: {
  conference: { id: string; slug: string }
  word: string
}) {
  const { agenda } = useAgenda(slug)
  const { picks } = usePicks(id)
  const { blocks } = useBlocks(id)
  const now = useNow()
  const count = useMemo(() => {
    if (!agenda || !now) return 0
    return planConflicts(agenda, picks, placeBlocks(blocks, agenda.days, agenda.conference.timeZone), now).length
  }, [agenda, picks, blocks, now])
  return <WaitingCount count={count} word={word} tone="warning" />
}
