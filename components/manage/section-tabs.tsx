'use client'

import { useEffect, useRef } from 'react'
import { centreInStrip } from '@/components/ui/centre-in-strip'

type Props = { label: string; tabs: { href: string; name: string; isCurrent: boolean }[] }

/** Parts of a page of the desk side by side, with the one that is open in the middle of what a phone shows. */
export function SectionTabs({ label, tabs }: Props) {
  const strip = useRef<HTMLElement>(null)
  const chosen = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (strip.current && chosen.current) centreInStrip(strip.current, chosen.current)
  }, [])
  return (
    <nav ref={strip} aria-label={label} className="relative -mx-4 flex gap-2 overflow-x-auto px-4 pb-1 lg:flex-wrap">
      {tabs.map(({ href, name, isCurrent }) => (
        <a
          key={href}
          ref={isCurrent ? chosen : undefined}
          href={href}
          aria-current={isCurrent ? 'page' : undefined}
          className={
            'inline-flex min-h-11 shrink-0 items-center rounded-full border border-edge px-4 text-sm ' +
            'font-medium aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent'
          }
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
