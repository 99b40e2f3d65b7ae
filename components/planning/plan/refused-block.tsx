import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { sayDay } from '@/lib/i18n/dates'
import { blockWith } from '@/lib/planning/said'
import type { Block, SetBlock } from '@/lib/planning/schema'
import type { Agenda } from '@/lib/program/agenda'
import { withEngine } from '@/lib/sync/client/store/local-state'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import { useBlocks } from '@/lib/planning/device/use-blocks'
import { BlockForm } from './block-form'

/** Changes a time of one's own that the server would not take, and sends it as it is then. */
export function RefusedBlock({ entry, said, agenda }: { entry: OutboxEntry; said: SetBlock; agenda: Agenda }) {
  const [t, schedule, language] = [useTranslations('plan'), useTranslations('schedule'), useLocale()]
  const { blocks } = useBlocks(said.conferenceId)
  const [isOpen, setOpen] = useState(false)
  const block = blockWith(
    blocks.find(({ id }) => id === said.id),
    { ...said, adds: undefined },
  )
  const days = agenda.days.map((date) => ({ date, label: sayDay(date, language) }))
  const save = async (args: Block) => {
    setOpen(false)
    const engine = await withEngine()
    const store = engine.store()
    const { sayInstead } = await import('@/lib/sync/client/store/refused')
    await sayInstead(store, entry, { name: 'setBlock', id: entry.mutation.id, at: new Date().toISOString(), args })
    engine.sync()
  }
  if (!block) return null
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('changeIt')}
      </Button>
      {isOpen ? (
        <Dialog title={block.title} closeName={schedule('close')} onClose={() => setOpen(false)}>
          <BlockForm
            conferenceId={block.conferenceId}
            days={days}
            timeZone={agenda.conference.timeZone}
            block={block}
            onSave={(args) => void save(args)}
          />
        </Dialog>
      ) : null}
    </>
  )
}
