import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { DifferentForms } from '@/components/manage/different-forms'
import { ManageShell } from '@/components/manage/manage-shell'
import { MayBeOne } from '@/components/manage/may-be-one'
import { MergeForm } from '@/components/manage/merge-form'
import { RoomFields } from '@/components/manage/room-fields'
import { MuteReports } from '@/components/rooms/mute-reports'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { settleBidi } from '@/lib/platform/bidi'
import { now } from '@/lib/platform/clock'
import { pageAddress } from '@/lib/program/addresses'
import { mutedOf } from '@/lib/rooms/server/mute-reports'
import { addRoomAction, editRoomAction, mergeRoomsAction } from '@/lib/schedule/edit/actions'
import { loadConferenceFor, loadDifferent, loadRooms } from '@/lib/schedule/loaders'
import { mayBeOne, withoutDifferent } from '@/lib/schedule/bring-in/may-be-one'

/** Rooms: names, floors, capacities; and joining two spellings of one room. */
export default async function RoomsPage({ params }: { params: Promise<{ conference: string }> }) {
  const { conference: slug } = await params
  const conference = await loadConferenceFor(slug, 'editSchedule', pageAddress(slug, 'managed', 'rooms'))
  const [t, rooms] = [await getTranslations('manage'), await loadRooms(conference.id)]
  const { open, different } = withoutDifferent(mayBeOne(rooms), await loadDifferent(conference.id))
  return (
    <ManageShell conference={conference} section="rooms">
      <Card>
        <details>
          <summary className="min-h-11 py-2 text-lg font-semibold">{t('addRoom')}</summary>
          <ActionForm action={addRoomAction} values={{ conference: slug }} submit={t('addRoom')}>
            <RoomFields />
          </ActionForm>
        </details>
      </Card>
      {rooms.length === 0 ? <p className="text-muted">{t('noRooms')}</p> : null}
      <ul className="grid gap-2">
        {rooms.map((room) => (
          <li key={room.id} className="rounded-xl border border-line bg-raised p-4">
            <details>
              <summary className="flex min-h-11 flex-wrap items-center gap-x-3">
                <span dir="auto" className="font-semibold">
                  {settleBidi(room.name)}
                </span>
                <span className="text-sm text-muted">
                  <Facts
                    of={[
                      room.floor,
                      room.capacity ? `${room.capacity} ${t(room.capacityKind)}` : '',
                      t('sessionsIn', { count: room.sessions }),
                    ]}
                  />
                </span>
                <MayBeOne others={open.get(room.id)} />
              </summary>
              <div className="grid gap-6 pt-3">
                <ActionForm action={editRoomAction} values={{ conference: slug, room: room.id }}>
                  <RoomFields room={room} />
                </ActionForm>
                <MuteReports conference={slug} room={room.id} isMuted={isMuted(room)} />
                <DifferentForms
                  conference={slug}
                  part={room.id}
                  open={open.get(room.id)}
                  different={different.get(room.id)}
                />
                {rooms.length > 1 ? (
                  <MergeForm
                    action={mergeRoomsAction}
                    values={{ conference: slug, room: room.id }}
                    name={room.name}
                    hint={t('mergeRoomHint')}
                    others={rooms.filter(({ id }) => id !== room.id).map(({ id, name }) => ({ id, name }))}
                    moves={room.moves}
                  />
                ) : null}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </ManageShell>
  )
}

function isMuted(room: Parameters<typeof mutedOf>[0]): boolean {
  const muted = mutedOf(room)
  return muted !== undefined && (muted.until === null || muted.until > now())
}
