import { useLocale, useTranslations } from 'next-intl'
import { PartLinks } from '@/components/shared/part-links'
import { RoomLine, type RoomNote } from '@/components/shared/state-sign'
import { RankControl } from '@/components/schedule/rank-control'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Facts } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import type { Block, PickRank, Picks } from '@/lib/planning/schema'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { roomsOf, type AgendaParts } from '@/lib/program/agenda-parts'
import { BlockForm } from './block-form'
import { PlanBDialog } from '@/components/shared/plan-b-dialog'

/** What of the plan is open: a session of it, a free time, or one of my own times (null: a new one). */
export type OpenedDialog =
  | { session: AgendaSession }
  | { free: { start: number; end: number } }
  | { block: Block | null; day?: string }

type Props = {
  opened: OpenedDialog
  agenda: Agenda
  parts: AgendaParts
  picks: Picks
  days: { date: string; label: string }[]
  /** On whose clocks times are shown; a block is kept on the conference's. */
  timeZone: string
  noteOf: (session: AgendaSession) => string | undefined
  roomOf: (session: AgendaSession) => RoomNote | undefined
  onRank: (session: AgendaSession, rank: PickRank | undefined) => void
  onSwap: (session: AgendaSession, other: AgendaSession) => void
  onTake: (session: AgendaSession) => void
  onSave: (block: Block, before: Block | undefined) => void
  onDropBlock: (block: Block) => void
  onClose: () => void
}

/** The dialogs of the plan, loaded when the first one is opened. */
export function PlanDialogs({
  opened,
  agenda,
  parts,
  picks,
  days,
  timeZone,
  noteOf,
  roomOf,
  onRank,
  onSwap,
  onTake,
  onSave,
  onDropBlock,
  onClose,
}: Props) {
  const [t, schedule, language] = [useTranslations('plan'), useTranslations('schedule'), useLocale()]
  const shared = { agenda, picks, timeZone, onClose }
  if ('free' in opened) return <PlanBDialog {...shared} wanted={opened.free} onTake={onTake} />
  if ('session' in opened) {
    const { session } = opened
    const [note, room, rooms] = [noteOf(session), roomOf(session), roomsOf(session, parts)]
    const speakers = session.speakers.flatMap((id) => parts.speakers.get(id) ?? [])
    const tall = { conference: agenda.conference.slug, className: 'inline-flex min-h-11 items-center' }
    return (
      <PlanBDialog {...shared} wanted={session} onTake={(other) => onSwap(session, other)}>
        <p className="text-sm text-muted">
          <Facts
            of={[
              sayWhen(session, { timeZone, language }),
              rooms.length > 0 && <PartLinks {...tall} kind="room" parts={rooms} />,
              speakers.length > 0 && <PartLinks {...tall} kind="speaker" parts={speakers} />,
            ]}
          />
        </p>
        {room ? (
          <p className="text-sm">
            <RoomLine note={room} />
          </p>
        ) : null}
        {note ? <p className="text-sm font-medium text-warning">{note}</p> : null}
        <RankControl title={session.title} rank={picks.get(session.id)} onRank={(rank) => onRank(session, rank)} />
        <p>
          <a
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            href={pageAddress(agenda.conference.slug, 'session', session.slug)}
          >
            {schedule('openPage')}
          </a>
        </p>
      </PlanBDialog>
    )
  }
  const { block } = opened
  return (
    <Dialog title={block?.title ?? t('block.add')} closeName={schedule('close')} onClose={onClose}>
      <BlockForm
        conferenceId={agenda.conference.id}
        days={days}
        timeZone={agenda.conference.timeZone}
        block={block ?? undefined}
        day={opened.day}
        onSave={onSave}
      />
      {block ? (
        <Button variant="danger" onClick={() => onDropBlock(block)}>
          {t('block.drop')}
        </Button>
      ) : null}
    </Dialog>
  )
}
