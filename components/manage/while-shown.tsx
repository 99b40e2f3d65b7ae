'use client'

import type { ReactNode } from 'react'
import { useIsGone } from '@/lib/program/device/gone-here'

/** Who sees the conference; once the server shows it to nobody any more, that. */
export function WhoSeesIt({ slug, said, gone }: { slug: string; said: string; gone: string }) {
  return useIsGone(slug) ? gone : said
}

type Props = { slug: string; /** It is a grid, moved in by hands and keys. */ isWide: boolean; children: ReactNode }

/**
 * What organizers do, as long as the conference is there: once the server shows it no more nothing of it can be
 * changed, and what was typed into a form can still be read.
 */
export function WhileShown({ slug, isWide, children }: Props) {
  const isGone = useIsGone(slug)
  return (
    <fieldset role="presentation" disabled={isGone} inert={isGone && isWide} className="contents">
      {children}
    </fieldset>
  )
}
