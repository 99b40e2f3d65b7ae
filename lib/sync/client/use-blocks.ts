import { useCallback } from 'react'
import type { Block } from '@/lib/planning/schema'
import { useLocalState, withEngine } from './local-state'

const none: readonly Block[] = []

type UsedBlocks = { /** By beginning. */ blocks: readonly Block[]; ready: boolean; save: (block: Block) => Promise<void>; drop: (id: string) => Promise<void> }

/** My own times of a conference, from this device's own store; a change is on this device when its promise resolves. */
export function useBlocks(conferenceId: string): UsedBlocks {
  const blocks = useLocalState((state) => state.blocks.get(conferenceId) ?? none)
  const ready = useLocalState((state) => state.ready)
  const save = useCallback(async (block: Block) => (await withEngine()).record(block.conferenceId, { name: 'setBlock', args: block }), [])
  const drop = useCallback(async (id: string) => (await withEngine()).record(conferenceId, { name: 'dropBlock', args: { id } }), [conferenceId])
  return { blocks, ready, save, drop }
}
