import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useFullScreen } from '@/components/rooms/use-full-screen'
import { useNow } from '@/components/shared/use-now'
import { Outside } from '@/components/ui/facts'
import { sayClock } from '@/lib/i18n/dates'
import type { Agenda, AgendaRoom } from '@/lib/program/agenda'
import { signOf, type Sign } from '@/lib/rooms/sign'
import { Announced, NowOn, Silence, StateLine, ToCome, Untimed } from './sign-parts'
import { SignSquare } from './sign-square'
import { useFit } from './use-fit'
import { lookClass, useLook } from './use-look'
import { useWakeLock } from './use-wake-lock'

type Props = {
  agenda: Agenda
  /** Null: it is in the programme no more. */ room: AgendaRoom | null
  known: Parameters<typeof signOf>[2]
  /** The server did not answer when it was asked last. */ failed: boolean
}

/** A room's sign over the whole screen, for a tablet at its door: it stays on, and as large as all of it fits. */
export function SignScreen({ agenda, room, known, failed }: Props) {
  const t = useTranslations('sign')
  const now = useNow()
  const frame = useRef<HTMLElement>(null)
  const { isFull, toggle } = useFullScreen(frame)
  const { look, turn } = useLook()
  useFit(frame)
  useWakeLock()
  const { timeZone, name } = agenda.conference
  const button = 'min-h-11 pr-[0.5em] text-accent underline underline-offset-4'
  return (
    <main
      id="main"
      ref={frame}
      className={`sign fixed inset-0 z-40 flex flex-col gap-[0.75em] p-[1em] leading-[1.2] ${lookClass[look]}`}
    >
      <header className="flex items-baseline justify-between gap-[1em] text-[1.75em] leading-[1.1]">
        <h1 className="font-semibold">{room ? <Outside>{room.name}</Outside> : t('gone')}</h1>
        <p className="shrink-0 tabular-nums text-muted">{now ? sayClock(now, timeZone) : ''}</p>
      </header>
      {now && room ? <Body sign={signOf(agenda, room, known, now)} agenda={agenda} now={now} /> : null}
      <footer className="mt-auto grid gap-[0.25em] text-[clamp(14px,0.875em,22px)] text-muted">
        {now ? <Silence heardAt={known.heardAt} failed={failed} now={now} timeZone={timeZone} /> : null}
        <div className="flex flex-wrap items-center justify-between gap-x-[1em]">
          <p className="min-w-0">
            <Outside>{name}</Outside>
          </p>
          <p className="flex flex-wrap gap-x-[0.5em]">
            <button type="button" onClick={turn} className={button}>
              {t(`look.${look}`)}
            </button>
            <button type="button" onClick={toggle} className={button}>
              {t(isFull ? 'leaveScreen' : 'fullScreen')}
            </button>
          </p>
        </div>
      </footer>
    </main>
  )
}

function Body({ sign, agenda, now }: { sign: Sign; agenda: Agenda; now: Date }) {
  const [shared, isOn] = [{ sign, agenda, now }, sign.now.length > 0]
  return (
    <>
      {isOn ? <StateLine sign={sign} now={now} /> : null}
      <div className="grid gap-[1em] landscape:grid-cols-[minmax(min-content,1fr)_auto]">
        <div className="grid content-start gap-[1em]">
          <NowOn {...shared} />
          {/* Of what comes, once its doors are open: above “nothing is on” it would be of nothing. */}
          {isOn ? null : <StateLine sign={sign} now={now} />}
          <Announced {...shared} />
          <ToCome {...shared} />
          <Untimed {...shared} />
        </div>
        <SignSquare sign={sign} slug={agenda.conference.slug} />
      </div>
    </>
  )
}
