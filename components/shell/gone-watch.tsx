import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { agendaDocument } from '@/lib/program/agenda-document'
import { knowGone, useIsGone } from '@/lib/program/device/gone-here'
import { onPoke } from '@/lib/sync/client/exchange/pokes'
import { topicOf } from '@/lib/sync/live-document'
import { DEVICE_SLOT } from './device-slot'

const keeper = () => import('@/lib/program/device/keep-conference')

/**
 * Keeps a conference on this device as it stands at each poke, and says on an open page when the server has it no more,
 * or shows it to nobody: what is read there is as it was.
 */
export function GoneWatch({ id, slug }: { id: string; slug: string }) {
  const t = useTranslations('device')
  const isGone = useIsGone(slug)
  useEffect(
    () =>
      onPoke(topicOf(agendaDocument, id), (version) => {
        void keeper()
          .then(({ keepConference, isKnownGone }) => keepConference(slug, version).then(() => isKnownGone(slug)))
          .then(
            (isKnown) => knowGone(slug, isKnown),
            () => undefined,
          )
      }),
    [id, slug],
  )
  const slot = isGone ? document.getElementById(DEVICE_SLOT) : null
  return slot
    ? createPortal(
        <div className="mx-auto max-w-3xl px-4 py-2">
          <p role="status" className="border-l-4 border-warning bg-raised p-3 text-sm font-medium">
            {t('conferenceGone')}
            <a
              className="flex min-h-11 w-fit items-center text-accent underline underline-offset-4"
              href={location.pathname}
            >
              {t('lookAgain')}
            </a>
          </p>
        </div>,
        slot,
      )
    : null
}
