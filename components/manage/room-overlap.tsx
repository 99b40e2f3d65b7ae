'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAction } from '@/components/ui/use-action'
import { useIsLive } from '@/components/ui/use-is-live'
import { setAllowsOverlapAction } from '@/lib/desk/board/server/actions'

type Props = { conference: string; room: string; allowsOverlap: boolean }

/** Where an organizer says that several things may be in a room at once. It is kept as it is ticked. */
export function RoomOverlap({ conference, room, allowsOverlap }: Props) {
  const t = useTranslations('manage')
  const [isTicked, setTicked] = useState(allowsOverlap)
  const isLive = useIsLive()
  const { run, pending, outcome } = useAction(setAllowsOverlapAction)
  const tick = async (wanted: boolean) => {
    setTicked(wanted)
    const { ok } = await run({ conference, room, allowsOverlap: wanted })
    if (!ok) setTicked(!wanted)
  }
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        checked={isTicked}
        disabled={!isLive || pending}
        onChange={({ target }) => void tick(target.checked)}
        className="size-5 shrink-0 accent-accent"
      />
      <span>
        {t('allowsOverlap')}
        <span className="block text-sm text-muted">{t('allowsOverlapHint')}</span>
        <span role="status" className={`block text-sm ${outcome?.ok === false ? 'text-danger' : ''}`}>
          {outcome && !pending ? (outcome.ok ? t('saved') : t('failed', { reason: t('reason.UNAVAILABLE') })) : ''}
        </span>
      </span>
    </label>
  )
}
