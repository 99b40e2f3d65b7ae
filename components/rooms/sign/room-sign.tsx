'use client'

import { useEffect } from 'react'
import type { Agenda } from '@/lib/program/agenda'
import { pageAddress } from '@/lib/program/addresses'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { roomStates } from '@/lib/rooms/device/room-states'
import { useAnnouncements } from '@/lib/rooms/device/use-announcements'
import { useRoomStates } from '@/lib/rooms/device/use-room-states'
import { roomOfSign } from '@/lib/rooms/sign'
import { useFollowed } from '@/lib/sync/client/documents/use-followed'
import { SignScreen } from './sign-screen'
import { useHeartbeat } from './use-heartbeat'

type Props = {
  /** The part of its room at least. */ initial: Agenda
  /** The room, as the address says it. */ room: string
}

/** The sign at a room's door, for whoever may see the conference: by pokes, and without a network by its own clock. */
export function RoomSign({ initial, room: slug }: Props) {
  const { conference } = initial
  const { agenda, asOf } = useAgenda(conference.slug, initial)
  const { byRoom, fresh } = useRoomStates(conference)
  const statesAsOf = useFollowed(roomStates, conference, (held) => held.asOf)
  const announcements = useAnnouncements(conference)
  useHeartbeat(conference.slug)
  const room = roomOfSign(agenda, { id: roomOfSign(initial, { slug })?.id, slug })
  const became = room && room.slug !== slug ? room.slug : null
  useEffect(() => {
    if (became) history.replaceState(history.state, '', pageAddress(conference.slug, 'sign', became))
  }, [became, conference.slug])
  const heard = statesAsOf ?? asOf
  return (
    <SignScreen
      agenda={agenda}
      room={room}
      known={{
        state: byRoom.get(room?.id ?? '') ?? null,
        announcements,
        heardAt: heard === null ? null : new Date(heard),
      }}
      failed={!fresh}
    />
  )
}
