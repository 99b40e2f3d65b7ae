import { useCallback } from 'react'
import { blockChange } from '@/lib/planning/said'
import type { Block } from '@/lib/planning/schema'
import { useLocalState, withEngine } from '@/lib/sync/client/store/local-state'

const none: readonly Block[] = []

type UsedBlocks = {
  /** By beginning. */ blocks: readonly Block[]
  ready: boolean
  /** @param before as it was when it was opened: only what differs is said; absent: it is new, or comes back */ save: (
    block: Block,
    before?: Block,
  ) => Promise<void>
  drop: (id: string) => Promise<void>
}

/** My own times of a conference, from this device's own store; a change is on this device when its promise resolves. */
export function useBlocks(conferenceId: string): UsedBlocks {
  const blocks = useLocalState((state) => state.blocks?.get(conferenceId) ?? none)
  const ready = useLocalState((state) => state.ready)
  const save = useCallback(
    async (block: Block, before?: Block) =>
      (await withEngine()).record(block.conferenceId, { name: 'setBlock', args: blockChange(before, block) }),
    [],
  )
  const drop = useCallback(
    async (id: string) => (await withEngine()).record(conferenceId, { name: 'dropBlock', args: { id } }),
    [conferenceId],
  )
  return { blocks, ready, save, drop }
}
