'use client'

import { useEffect, useState } from 'react'
import { whenIdle } from '@/lib/sync/client/exchange/when-idle'
import { useUnreadCount } from '@/lib/planning/device/use-unread-count'

/**
 * How many changes of my sessions wait to be read, at the way to the plan. Counted when the page is done with its own
 * work.
 * @param word what the number is of; given, since not every page's words reach the browser
 */
export function ChangesBadge({ slug, word }: { slug: string; word: string }) {
  const [begun, setBegun] = useState(false)
  useEffect(() => whenIdle(() => setBegun(true)), [])
  return begun ? <Count slug={slug} word={word} /> : null
}

function Count({ slug, word }: { slug: string; word: string }) {
  const count = useUnreadCount(slug)
  if (count === 0) return null
  return (
    <span
      className={
        'absolute left-1/2 top-1 ml-1.5 min-w-5 rounded-full bg-accent px-1 text-center text-xs font-semibold ' +
        'leading-5 text-on-accent lg:static lg:ml-0'
      }
    >
      <span className="sr-only">{word} </span>
      {count}
    </span>
  )
}
