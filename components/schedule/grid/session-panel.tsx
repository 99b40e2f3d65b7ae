import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icon'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { sliceSession } from '@/lib/program/agenda-day'
import { SessionScreen } from '../session-screen'
import { SessionText } from '../session-text'
import { useDescriptions } from '../use-descriptions'

type Props = { agenda: Agenda; session: AgendaSession; onClose: () => void }

/** A session opened beside the grid; Escape closes it and gives the focus back. */
export function SessionPanel({ agenda, session, onClose }: Props) {
  const t = useTranslations('schedule')
  const panel = useRef<HTMLElement>(null)
  const descriptions = useDescriptions(agenda.conference.slug, true)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [session.id])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={session.title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className={
        'grid max-h-[calc(100dvh-14rem)] w-96 shrink-0 content-start gap-4 overflow-auto rounded-xl border ' +
        'border-line bg-raised p-4'
      }
    >
      <button
        type="button"
        aria-label={t('close')}
        onClick={onClose}
        className="inline-flex size-11 items-center justify-center justify-self-end rounded-lg hover:bg-sunken"
      >
        <Icon name="close" />
      </button>
      <SessionScreen
        key={session.id}
        initial={sliceSession(agenda, session.id)}
        sessionId={session.id}
        heading="h2"
        text={<SessionText text={descriptions.get(session.id)} language={session.language} />}
      />
      <p>
        <a
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          href={pageAddress(agenda.conference.slug, 'session', session.slug)}
        >
          {t('openPage')}
        </a>
      </p>
    </aside>
  )
}
