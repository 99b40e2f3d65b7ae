'use client'

import { useEffect, useState } from 'react'
import { WaitingCount } from '@/components/ui/waiting-count'
import { whenIdle } from '@/lib/sync/client/exchange/when-idle'
import { useUnreadCount } from '@/lib/planning/device/use-unread-count'

/**
 * How many changes of my sessions wait to be read, at the way to Now. Counted when the page is done with its own
 * work.
 * @param word what the number is of; given, since not every page's words reach the browser
 */
export function ChangesBadge({ slug, word }: { slug: string; word: string }) {
  const [begun, setBegun] = useState(false)
  useEffect(() => whenIdle(() => setBegun(true)), [])
  return begun ? <Count slug={slug} word={word} /> : null
}

function Count({ slug, word }: { slug: string; word: string }) {
  return <WaitingCount count={useUnreadCount(slug)} word={word} />
}
