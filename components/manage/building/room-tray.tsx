import { useTranslations } from 'next-intl'
import { settleBidi } from '@/lib/platform/bidi'
import type { PlacedRoom } from '@/lib/schedule/building/list-floors'

type Props = {
  rooms: readonly PlacedRoom[]
  /** The id of the room that is chosen. */ chosen: string | null
  /** The id of the room that is being dragged. */ carried: string | null
  onChoose: (room: string) => void
}

/** The rooms that are on no plan yet: dragged onto it, or chosen and put there by a tap. */
export function RoomTray({ rooms, chosen, carried, onChoose }: Props) {
  const t = useTranslations('manage.building')
  return (
    <section aria-label={t('tray')} className="grid gap-2 rounded-lg border border-line bg-sunken p-2">
      <h3 className="text-sm font-semibold">{t('tray')}</h3>
      {rooms.length === 0 ? (
        <p className="text-sm text-muted">{t('trayEmpty')}</p>
      ) : (
        <>
          <p className="text-sm text-muted">{t('trayHint')}</p>
          <ul className="flex flex-wrap gap-2">
            {rooms.map((room) => (
              <li key={room.id} className="min-w-0">
                <button
                  type="button"
                  data-held={`room:${room.id}`}
                  data-carried={carried === room.id ? '' : undefined}
                  aria-pressed={chosen === room.id}
                  onClick={() => onChoose(room.id)}
                  className={
                    'min-h-11 cursor-grab select-none rounded-full border bg-raised px-3 text-sm font-medium ' +
                    'aria-pressed:border-accent aria-pressed:ring-2 aria-pressed:ring-accent ' +
                    'data-carried:border-dashed data-carried:border-accent ' +
                    (chosen === room.id ? '' : 'border-edge')
                  }
                >
                  <bdi>{settleBidi(room.name)}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
