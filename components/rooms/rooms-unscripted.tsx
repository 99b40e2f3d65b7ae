import { useTranslations } from 'next-intl'
import { PartLink } from '@/components/shared/part-link'
import { Facts } from '@/components/ui/facts'
import type { AgendaRoom } from '@/lib/program/agenda'

/** The rooms for whoever reads without scripts: where they are and what they hold; how full they are needs scripts. */
export function RoomsUnscripted({ conference, rooms }: { conference: string; rooms: readonly AgendaRoom[] }) {
  const t = useTranslations('rooms')
  return (
    <noscript>
      <ul>
        {rooms.map((room) => (
          <li key={room.id} className="border-b border-line py-2">
            <PartLink
              conference={conference}
              kind="room"
              part={room}
              className="inline-flex min-h-11 items-center font-semibold"
            />{' '}
            <span className="text-sm text-muted">
              <Facts
                of={[
                  room.zone,
                  room.floor,
                  room.capacity ? t('capacity', { capacity: room.capacity, kind: room.capacityKind }) : '',
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
    </noscript>
  )
}
