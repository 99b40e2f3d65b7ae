import { expect, it } from 'vitest'
import { turnOfKey } from './undo-keys'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }
const ctrl = { ...none, ctrlKey: true }
const command = { ...none, metaKey: true }

it.each([
  ['Ctrl+Z', { ...ctrl, key: 'z' }, 'Win32', 'undo'],
  ['Ctrl+Z with the capitals locked', { ...ctrl, key: 'Z' }, 'Linux x86_64', 'undo'],
  ['Ctrl+Shift+Z', { ...ctrl, key: 'Z', shiftKey: true }, 'Win32', 'redo'],
  ['Ctrl+Y', { ...ctrl, key: 'y' }, 'Win32', 'redo'],
  ['Command+Z', { ...command, key: 'z' }, 'MacIntel', 'undo'],
  ['Command+Shift+Z', { ...command, key: 'z', shiftKey: true }, 'iPhone', 'redo'],
  ['Ctrl+Y of a Mac, which brings back what was cut', { ...ctrl, key: 'y' }, 'MacIntel', null],
  ['Alt+Ctrl+Z, which writes a letter on some keyboards', { ...ctrl, key: 'z', altKey: true }, 'Win32', null],
  ['Ctrl+Z in a word that is being composed', { ...ctrl, key: 'z', isComposing: true }, 'Win32', null],
  ['a letter', { ...none, key: 'z' }, 'Win32', null],
] as const)('knows what %s asks for', (_name, pressed, platform, way) => {
  expect(turnOfKey(pressed, platform)).toBe(way)
})
