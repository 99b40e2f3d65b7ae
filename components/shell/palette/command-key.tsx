'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import type { PaletteWords } from './palette-words'

const CommandPalette = dynamic(
  () => keepTrying(() => import('./command-palette')).then((module) => module.CommandPalette),
  { ssr: false },
)

/** Heeds ⌘K or Ctrl-K on every page, with or without a field that has the focus; what it opens is loaded then. */
export function CommandKey({ words }: { words: PaletteWords }) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      event.stopPropagation()
      setOpen(true)
    }
    // Before whatever on the page heeds keys, too.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
  return isOpen ? <CommandPalette words={words} onClose={() => setOpen(false)} /> : null
}
