type Way = 'undo' | 'redo'
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/** What a browser is about to do, asked by its menu, by a gesture or by a phone's keyboard. */
export function turnOfInput(event: Event): Way | null {
  const inputType = 'inputType' in event ? event.inputType : null
  return inputType === 'historyUndo' ? 'undo' : inputType === 'historyRedo' ? 'redo' : null
}

/**
 * What a key asks for: a browser that has nothing of its own to take back tells of keys alone.
 * @param platform the browser's name for it: where Control is no key for commands, Control and Y is another one
 */
export function turnOfKey(pressed: Pressed, platform: string): Way | null {
  const isApple = /^(Mac|iP)/.test(platform)
  const [command, other] = isApple ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey]
  if (!command || other || pressed.altKey || pressed.isComposing) return null
  const key = pressed.key.toLowerCase()
  if (key === 'z') return pressed.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !isApple && !pressed.shiftKey ? 'redo' : null
}
