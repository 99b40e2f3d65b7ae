'use client'

import type { MouseEvent, ReactNode } from 'react'
import { useAttendances } from '@/lib/planning/device/use-attendances'
import type { Attendance } from '@/lib/planning/schema'
import { pageAddress } from '@/lib/program/addresses'
import { WRITE } from '@/lib/program/pages'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { focusBox } from './focus-box'

type Props = {
  conference: { id: string; slug: string }
  /** Where the session that is looked at is. */ session?: string
  className: string
  children: ReactNode
}

/**
 * Leads to where one writes now: the note of the session that I said I am in (of several the one that is looked at,
 * else what was said last), else of the session that is looked at, else a new one. Without our code it is a link to one
 * of the last two.
 */
export function WriteButton({ conference, session, className, children }: Props) {
  const { attendances } = useAttendances(conference.id)
  const said = [...attendances].filter(([, { status }]) => status === 'attended' || status === 'arrivedLate')
  const href = placeToWrite(conference.slug, session)
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    // A keyboard opens for what has the focus within the tap.
    if (said.length === 0) return void (focusNoteHere() && event.preventDefault())
    event.preventDefault()
    void goToNote(conference.slug, session, new Map(said))
  }
  return (
    <a href={href} onClick={onClick} className={className}>
      {children}
    </a>
  )
}

async function goToNote(
  slug: string,
  looked: string | undefined,
  said: ReadonlyMap<string, Attendance>,
): Promise<void> {
  const inside = await keepTrying(() => import('./session-inside'))
    .then(({ sessionInside }) => sessionInside(slug, said, new Date(), looked))
    .catch(() => null)
  const address = placeToWrite(slug, inside?.slug ?? looked)
  const isHere = new URL(address, location.href).pathname === location.pathname
  if (!(isHere && focusNoteHere())) location.assign(address)
}

function placeToWrite(slug: string, session: string | undefined): string {
  return session ? `${pageAddress(slug, 'session', session)}${WRITE}` : pageAddress(slug, 'newNote')
}

/** The box for a note on the session that is looked at. @returns whether there is one */
function focusNoteHere(): boolean {
  const box = document.querySelector<HTMLTextAreaElement>('#notes textarea')
  focusBox(box)
  return box !== null
}
