import { useSyncExternalStore } from 'react'
import { onMemory, recall, remember } from '@/lib/platform/device-memory'

const KEY = 'hallway-sign-look'

/** As the system wants it, or always in one of them. */
export const looks = ['system', 'light', 'dark'] as const
export type SignLook = (typeof looks)[number]

export const lookClass: Record<SignLook, string> = {
  system: 'bg-ground text-ink',
  light: 'always-light bg-ground text-ink',
  dark: 'always-dark bg-ground text-ink',
}

/** Whether this screen's signs are light or dark, kept on the device. */
export function useLook(): { look: SignLook; turn: () => void } {
  const look = useSyncExternalStore(onMemory, read, () => 'system' as const)
  return { look, turn: () => void remember(KEY, looks[(looks.indexOf(look) + 1) % looks.length] ?? 'system') }
}

function read(): SignLook {
  const kept = recall(KEY)
  return looks.find((look) => look === kept) ?? 'system'
}
