'use client'

import type { MouseEvent, ReactNode } from 'react'
import { useAttendances } from '@/lib/planning/device/use-attendances'
import { INSIDE } from '@/lib/program/pages'
import { focusBox } from './focus-box'
import { isAnywhere, noteAddress, placeToWrite } from './place-to-write'

type Props = {
  conference: { id: string; slug: string }
  /** Where the session that is looked at is. */ session?: string
  className: string
  /** What it is called, where its children are no words. */ label?: string
  children: ReactNode
}

/**
 * Leads to where one writes now (placeToWrite). Tapped before our code is here it is a link to the note of the session
 * that is looked at, else to a new one, whose screen asks the same.
 */
export function WriteButton({ conference, session, className, label, children }: Props) {
  const { attendances, ready } = useAttendances(conference.id)
  const address = noteAddress(conference.slug, session)
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    // A keyboard opens for what has the focus within the tap.
    if (ready && !isAnywhere(attendances) && focusNoteHere()) return
    void placeToWrite(conference, session).then(goToNote)
  }
  return (
    <a href={session ? address : `${address}${INSIDE}`} onClick={onClick} className={className} aria-label={label}>
      {children}
    </a>
  )
}

function goToNote(address: string): void {
  const isHere = new URL(address, location.href).pathname === location.pathname
  if (!(isHere && focusNoteHere())) location.assign(address)
}

/** The box for a note on the session that is looked at. @returns whether there is one */
function focusNoteHere(): boolean {
  const box = document.querySelector<HTMLTextAreaElement>('#notes textarea')
  focusBox(box)
  return box !== null
}
