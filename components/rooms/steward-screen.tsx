'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { dateOfWhen, sayWhen } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import type { DoorState } from '@/lib/rooms/door-state'
import { doorWith, isTapWaiting, lastTap, outcountedWord, unsentTaps } from '@/lib/rooms/device/steward-taps'
import type { Level } from '@/lib/rooms/schema'
import { useSteward } from './use-steward'

type Props = {
  token: string
  link: string
  room: { name: string; headsets: boolean }
  conference: { name: string; timeZone: string }
  initial: DoorState
}

const levels = ['open', 'nearlyFull', 'full', 'closed'] as const
const queues = [0, 5, 15, 30]
const delays = [0, 5, 10, 20]

/**
 * A steward at a room's door: counts in and out, says "full", "queue", "late"; works without a network and catches up.
 */
export function StewardScreen({ token, link, room, conference, initial }: Props) {
  const [t, language] = [useTranslations('steward'), useLocale()]
  const states = useTranslations('roomState')
  const { taps, door: told, online, revoked, tell, undo } = useSteward(token, link, initial)
  // Of what was not sent when the link ended nobody will hear.
  const door = revoked ? told : doorWith(told, taps)
  const word = revoked ? null : outcountedWord(door, taps)
  const wordOf = (level: Level) => (level === 'full' && room.headsets ? t('headsetsOut') : states(level))
  // That one was taken back is still to be told; it is no tap that waits.
  const [waiting, unsent, refused] = [
    taps.filter(isTapWaiting).length,
    unsentTaps(taps).length,
    taps.filter(({ state, withdrawn }) => state === 'refused' && !withdrawn).length,
  ]
  const last = lastTap(taps)
  return (
    <main id="main" className="mx-auto grid grid-cols-[minmax(0,1fr)] max-w-xl gap-5 px-4 py-4">
      <header>
        <p dir="auto" className="text-muted">
          {settleBidi(conference.name)}
        </p>
        <h1 dir="auto" className="text-2xl font-semibold tracking-tight">
          {settleBidi(room.name)}
        </h1>
        <p dir="auto">
          {door.session ? (
            <Facts
              between=" "
              of={[
                sayWhen(
                  { startAt: door.session.startAt },
                  {
                    timeZone: conference.timeZone,
                    language,
                    under: dateOfWhen({ startAt: door.session.startAt }, conference.timeZone),
                  },
                ),
                door.session.title,
              ]}
            />
          ) : (
            t('nothingOn')
          )}
        </p>
      </header>
      {revoked ? (
        <Notice tone="danger" live>
          {t('revoked', { waiting })}
        </Notice>
      ) : null}
      {refused > 0 ? (
        <Notice tone="warning" live>
          {t('refused', { count: refused })}
        </Notice>
      ) : null}
      <fieldset disabled={revoked} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
        <section aria-label={t('counting')} className="grid gap-3">
          <p role="status" className="text-center">
            <span className="block text-6xl font-semibold tabular-nums">
              {door.count ?? 0}
              {door.capacity === null ? '' : <span className="text-3xl text-muted"> / {door.capacity}</span>}
            </span>
            {/* Two lines, so that no button moves under a finger. */}
            <span className="block min-h-12 text-muted">
              {word ? t('outcounted', { state: states(door.state), word: wordOf(word) }) : states(door.state)}
            </span>
          </p>
          <div className="grid grid-cols-3 gap-3">
            <Tap big onTap={() => tell({ kind: 'count', delta: -1 })} name={t('out')}>
              −
            </Tap>
            <Tap big wide onTap={() => tell({ kind: 'count', delta: 1 })} name={t('in')}>
              +
            </Tap>
          </div>
          <div className="grid grid-cols-3 gap-3">
            {[5, 10, 25].map((delta) => (
              <Tap key={delta} onTap={() => tell({ kind: 'count', delta })} name={t('inMany', { count: delta })}>
                +{delta}
              </Tap>
            ))}
          </div>
        </section>
        <Choices name={t('state')}>
          {levels.map((level) => (
            <Tap key={level} pressed={door.state === level} onTap={() => tell({ kind: 'level', level })}>
              {wordOf(level)}
            </Tap>
          ))}
        </Choices>
        <Choices name={t('queue')}>
          {queues.map((minutes) => (
            <Tap
              key={minutes}
              pressed={(door.queueMinutes ?? 0) === minutes}
              onTap={() => tell({ kind: 'queue', minutes })}
            >
              {t('queueOf', { minutes })}
            </Tap>
          ))}
        </Choices>
        <Choices name={t('delay')}>
          {delays.map((minutes) => (
            <Tap
              key={minutes}
              pressed={(door.delayMinutes ?? 0) === minutes}
              onTap={() => tell({ kind: 'delay', minutes })}
            >
              {t('delayOf', { minutes })}
            </Tap>
          ))}
        </Choices>
      </fieldset>
      <footer
        className={
          'sticky bottom-0 flex min-h-16 flex-wrap items-center justify-between gap-2 border-t border-line bg-ground ' +
          'py-2'
        }
      >
        <p role="status" className="text-sm text-muted">
          {revoked ? t('ended') : waiting === 0 ? t('sent') : t(online ? 'sending' : 'offline', { count: unsent })}
        </p>
        <Tap disabled={revoked || !last} onTap={undo}>
          {t('undo')}
        </Tap>
      </footer>
    </main>
  )
}

function Choices({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h2 className="font-medium">{name}</h2>
      <div role="group" aria-label={name} className="grid grid-cols-1 gap-2 min-[12.5rem]:grid-cols-2 sm:grid-cols-4">
        {children}
      </div>
    </section>
  )
}

type TapProps = {
  children: ReactNode
  onTap: () => void
  name?: string
  pressed?: boolean
  disabled?: boolean
  big?: boolean
  wide?: boolean
}

function Tap({ children, onTap, name, pressed, disabled, big = false, wide = false }: TapProps) {
  const size = big
    ? `min-h-28 text-5xl ${wide ? 'col-span-2 bg-accent text-on-accent' : 'bg-raised'}`
    : 'min-h-14 bg-raised text-base'
  return (
    <button
      type="button"
      aria-label={name}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onTap}
      className={
        'touch-manipulation select-none rounded-xl border border-edge px-3 font-medium disabled:opacity-60 ' +
        `aria-pressed:border-accent aria-pressed:bg-tint ${size}`
      }
    >
      {children}
    </button>
  )
}
