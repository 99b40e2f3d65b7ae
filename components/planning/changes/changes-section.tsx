'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Agenda } from '@/lib/program/agenda'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { useUnreadCount } from '@/lib/planning/device/use-unread-count'

const ChangesList = dynamic(() => keepTrying(() => import('./changes-list')).then((module) => module.ChangesList), {
  ssr: false,
})

/** What changed for me, where there is something to read; its code comes only then. */
export function ChangesSection({ agenda }: { agenda: Agenda }) {
  const t = useTranslations('changes')
  const count = useUnreadCount(agenda.conference.slug)
  const [begun, setBegun] = useState(false)
  if (count > 0 && !begun) setBegun(true)
  if (!begun) return null
  // What was read last can still be undone: the list stays, be it empty.
  return (
    <section aria-labelledby={count > 0 ? 'changes-for-me' : undefined} className="grid gap-2">
      {count > 0 ? (
        <h2 id="changes-for-me" className="text-lg font-semibold">
          {t('count', { count })}
        </h2>
      ) : null}
      <ChangesList agenda={agenda} />
    </section>
  )
}
