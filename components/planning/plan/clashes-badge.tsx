'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { usePicks } from '@/lib/planning/device/use-picks'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { whenIdle } from '@/lib/sync/client/exchange/when-idle'

const ClashesCount = dynamic(() => keepTrying(() => import('./clashes-count')).then((module) => module.ClashesCount), {
  ssr: false,
})

/**
 * How much of my plan cannot be done, at the way to it. Counted when the page is done with its own work, by code and a
 * programme that come only for who picked two sessions.
 * @param word what the number is of; given, since not every page's words reach the browser
 */
export function ClashesBadge({ conference, word }: { conference: { id: string; slug: string }; word: string }) {
  const { picks } = usePicks(conference.id)
  const [begun, setBegun] = useState(false)
  useEffect(() => whenIdle(() => setBegun(true)), [])
  return begun && picks.size > 1 ? <ClashesCount conference={conference} word={word} /> : null
}
