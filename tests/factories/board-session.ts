import type { BoardRoom, BoardSession } from '@/lib/desk/board/board'

/** A talk on 24 March without a time, but for what is given; for tests. */
export function boardSession(id: string, given: Partial<BoardSession> = {}): BoardSession {
  return {
    id,
    slug: `1-${id}`,
    number: 1,
    title: id,
    language: null,
    kind: 'talk',
    trackId: null,
    parentId: null,
    speakerIds: [],
    capacity: null,
    dayOn: '2026-03-24',
    startAt: null,
    endAt: null,
    roomIds: [],
    ...given,
  }
}

export function boardRoom(id: string): BoardRoom {
  return { id, name: id, zone: null, floor: null, capacity: null, allowsOverlap: false }
}
