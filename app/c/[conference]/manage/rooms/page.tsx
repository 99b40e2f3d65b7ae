import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { ManageShell } from '@/components/manage/manage-shell'
import { AsTable } from '@/components/manage/tables/as-table'
import { TablePage } from '@/components/manage/tables/table-page'
import { LikelyPairs } from '@/components/manage/merging/likely-pairs'
import { Merging } from '@/components/manage/merging/merging'
import { PartMerging } from '@/components/manage/merging/part-merging'
import { Fresh, OwnFields } from '@/components/manage/overrides/own-fields'
import { LikelySplits } from '@/components/manage/splitting/likely-splits'
import { RoomFields } from '@/components/manage/room-fields'
import { RoomOverlap } from '@/components/manage/room-overlap'
import { MuteReports } from '@/components/rooms/mute-reports'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { settleBidi } from '@/lib/platform/bidi'
import { now } from '@/lib/platform/clock'
import { pageAddress } from '@/lib/program/addresses'
import { mutedOf } from '@/lib/rooms/server/mute-reports'
import { addRoomAction, editRoomAction } from '@/lib/schedule/edit/actions'
import {
  loadConferenceFor,
  loadDifferent,
  loadMerged,
  loadOwnedParts,
  loadRooms,
  loadSplits,
} from '@/lib/schedule/loaders'
import { mayBeOne } from '@/lib/schedule/bring-in/may-be-one'
import { likelySplits } from '@/lib/schedule/splitting/likely-splits'
import { pairsOf, partAnswered } from '@/lib/schedule/merging/likely-pairs'

type Props = {
  params: Promise<{ conference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Rooms: names, floors, capacities; and joining two spellings of one room. */
export default async function RoomsPage({ params, searchParams }: Props) {
  const [{ conference: slug }, { as }] = [await params, await searchParams]
  const conference = await loadConferenceFor(slug, 'editSchedule', pageAddress(slug, 'managed', 'rooms'))
  if (as === 'table') return <TablePage conference={conference} kind="rooms" />
  const [t, rooms] = [await getTranslations('manage'), await loadRooms(conference.id)]
  const { open, two } = partAnswered(pairsOf(mayBeOne(rooms), rooms), await loadDifferent(conference.id))
  const said = await loadSplits(conference.id)
  const merged = await loadMerged(conference.id, 'room')
  const owned = await loadOwnedParts(conference.id, 'room')
  return (
    <ManageShell conference={conference} section="rooms">
      <AsTable conference={slug} kind="rooms" />
      <Merging conference={slug}>
        <LikelyPairs conference={slug} kind="room" open={open} two={two} />
        <LikelySplits conference={slug} open={likelySplits(rooms, new Set(said.map(({ key }) => key)))} said={said} />
        <Card>
          <details>
            <summary className="flex min-h-11 items-center text-lg font-semibold">{t('addRoom')}</summary>
            <ActionForm action={addRoomAction} values={{ conference: slug }} submit={t('addRoom')} empties>
              <RoomFields />
            </ActionForm>
          </details>
        </Card>
        {rooms.length === 0 ? <p className="text-muted">{t('noRooms')}</p> : null}
        <ul className="grid gap-2">
          {rooms.map((room) => (
            <li key={room.id} className="rounded-xl border border-line bg-raised p-4">
              <details>
                <summary className="flex min-h-11 items-center">
                  <span className="flex min-w-0 flex-wrap items-center gap-x-3">
                    <span dir="auto" className="font-semibold">
                      {settleBidi(room.name)}
                    </span>
                    <span className="text-sm text-muted">
                      <Facts
                        of={[
                          room.floor,
                          room.capacity ? t('capacityOf', { kind: room.capacityKind, count: room.capacity }) : '',
                          t('sessionsIn', { count: room.sessions }),
                        ]}
                      />
                    </span>
                  </span>
                </summary>
                <div className="grid gap-6 pt-3">
                  <OwnFields
                    conference={conference}
                    of={{ kind: 'room', id: room.id }}
                    owned={owned.get(room.id) ?? []}
                    stamp={conference.version}
                  >
                    <ActionForm action={editRoomAction} values={{ conference: slug, room: room.id }}>
                      <Fresh>
                        <RoomFields room={room} />
                      </Fresh>
                    </ActionForm>
                  </OwnFields>
                  <RoomOverlap conference={slug} room={room.id} allowsOverlap={room.allowsOverlap} />
                  <MuteReports conference={slug} room={room.id} isMuted={isMuted(room)} />
                  <PartMerging
                    conference={conference}
                    kind="room"
                    part={room}
                    parts={rooms}
                    known={merged.get(room.id)}
                    hint={t('mergeRoomHint')}
                  />
                </div>
              </details>
            </li>
          ))}
        </ul>
      </Merging>
    </ManageShell>
  )
}

function isMuted(room: Parameters<typeof mutedOf>[0]): boolean {
  const muted = mutedOf(room)
  return muted !== undefined && (muted.until === null || muted.until > now())
}
