import { useEffect, useEffectEvent } from 'react'

/**
 * What is pasted where no cell and no field takes it: at a tick box of the table, or with nothing chosen.
 * @param isOff while something else takes it
 */
export function usePasteAnywhere(isOff: boolean, onPaste: (text: string) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const isInField = event.target instanceof Element && event.target.closest(FIELDS) !== null
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (isOff || event.defaultPrevented || isInField || text.trim() === '') return
    event.preventDefault()
    onPaste(text)
  })
  useEffect(() => {
    addEventListener('paste', take)
    return () => removeEventListener('paste', take)
  }, [])
}

const FIELDS = 'input:not([type=checkbox]), textarea, select, dialog, [contenteditable]'
