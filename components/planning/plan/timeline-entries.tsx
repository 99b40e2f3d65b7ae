import { useLocale, useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { SessionFlags } from '@/components/shared/session-flags'
import { RoomLine } from '@/components/shared/state-sign'
import { useFlagWords } from '@/components/shared/use-flag-words'
import { DOT, Facts } from '@/components/ui/facts'
import { dateOfWhen, sayDay, sayLength, sayWhen } from '@/lib/i18n/dates'
import type { PlacedBlock } from '@/lib/planning/blocks'
import type { PlanConflict } from '@/lib/planning/conflict-options'
import type { PlanEntry } from '@/lib/planning/plan'
import { settleBidi } from '@/lib/platform/bidi'
import { MINUTE_MS } from '@/lib/platform/time'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import { roomNames } from '@/lib/program/agenda-parts'
import { BlockFrame } from './block-frame'
import { ConflictAnswers } from './conflict-answers'
import type { TimelineProps } from './timeline-props'

type ChosenEntry = Extract<PlanEntry, { session: unknown }>
const opener =
  'text-left leading-snug after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none wrap-anywhere'

/** One of my own times. */
export function OwnTimeEntry({
  placed: { block, startAt, endAt },
  timeZone,
  day,
  now,
  onBlock,
}: TimelineProps & { placed: PlacedBlock }) {
  const [t, frame] = [useTranslations('plan'), useFrame({ timeZone, day, now })]
  return (
    <BlockFrame look="block" {...frame(startAt.getTime(), endAt.getTime())}>
      <button type="button" aria-haspopup="dialog" onClick={() => onBlock(block)} className={`font-semibold ${opener}`}>
        <span dir="auto">{settleBidi(block.title)}</span>
      </button>
      <p className="text-sm text-muted">{t(block.daily ? 'block.everyDay' : 'block.mine')}</p>
    </BlockFrame>
  )
}

type SessionProps = TimelineProps & { entry: ChosenEntry; planBs: ChosenEntry[]; conflicts: PlanConflict[] }

/** A session of mine: its room first, then its title, never cut; below it its plan B, and what settles a clash. */
export function SessionEntry({ entry: { session, rank, start, end }, planBs, conflicts, ...props }: SessionProps) {
  const { conference, parts, timeZone, day, now, roomOf, onOpen, onRank, onSwap } = props
  const [t, ofSession, language] = [useTranslations('plan'), useTranslations('session'), useLocale()]
  const [frame, flagWords] = [useFrame({ timeZone, day, now }), useFlagWords()]
  const isCancelled = session.status === 'cancelled'
  const track = parts.tracks.get(session.track ?? '')
  const room = isCancelled ? undefined : roomOf(session)
  const date = dateOfWhen(session, timeZone)
  return (
    <BlockFrame look={conflicts.length > 0 ? 'conflict' : rank} color={track?.color} {...frame(start, end, session)}>
      <p className="text-sm font-semibold">
        <Facts
          of={[
            isCancelled && ofSession('cancelled'),
            rank === 'planB' && t('planB'),
            roomNames(session, parts),
            date && date !== day && sayDay(date, language),
          ]}
        />
      </p>
      <a
        {...openerOf(session)}
        className={`text-base ${rank === 'planB' ? 'font-medium' : 'font-semibold'} ${opener} ${
          isCancelled ? 'line-through' : ''
        }`}
      >
        {settleBidi(session.title)}
      </a>
      <p className="text-sm text-muted">
        <Facts
          of={[
            session.flags && <SessionFlags of={session.flags} words={flagWords} />,
            track?.name ?? parts.colocatedEvents.get(session.colocated ?? '')?.name,
          ]}
        />
      </p>
      {room ? (
        <p className="text-sm">
          <RoomLine note={room} />
        </p>
      ) : null}
      {planBs.map(({ session: other }) => (
        <div
          key={other.id}
          className={
            'mt-1 flex flex-wrap items-center justify-between gap-x-3 border-t border-dashed border-edge pt-1 text-sm'
          }
        >
          <p className="min-w-0">
            <span className="font-medium">
              <Facts of={[t('planB'), roomNames(other, parts)]} />
            </span>{' '}
            <a
              {...openerOf(other)}
              className="relative z-1 inline-flex min-h-6 items-center underline underline-offset-4 wrap-anywhere"
            >
              {settleBidi(other.title)}
            </a>
          </p>
          <button
            type="button"
            aria-label={`${t('takeInstead')}: ${other.title}`}
            onClick={() => onSwap(session, other)}
            className="relative z-1 min-h-11 text-accent underline underline-offset-4 print:hidden"
          >
            {t('takeInstead')}
          </button>
        </div>
      ))}
      {conflicts.length > 0 ? (
        <ConflictAnswers session={session} conflicts={conflicts} timeZone={timeZone} onRank={onRank} onSwap={onSwap} />
      ) : null}
    </BlockFrame>
  )

  /** Its own page, for opening elsewhere; here a tap opens what can be done about it. */
  function openerOf(one: AgendaSession) {
    return {
      href: pageAddress(conference, 'session', one.slug),
      dir: 'auto',
      lang: one.language,
      'aria-haspopup': 'dialog',
      onClick: (event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onOpen(one)
      },
    } as const
  }
}

/** What is said of every entry alike: its times, and how long it still is. */
function useFrame({ timeZone, day, now }: Pick<TimelineProps, 'timeZone' | 'day' | 'now'>) {
  const [t, language] = [useTranslations('plan'), useLocale()]
  return (start: number, end: number, session?: AgendaSession) => ({
    start,
    end,
    timeZone,
    now,
    when: sayWhen(session ?? { startAt: start, endAt: end }, { timeZone, language, under: day }),
    onNow: [t('nowTitle'), t('minutesLeft', { length: sayLength(Math.ceil((end - now.getTime()) / MINUTE_MS)) })].join(
      DOT,
    ),
  })
}
