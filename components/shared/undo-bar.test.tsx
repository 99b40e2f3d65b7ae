// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { again, said, show } from '@/tests/show'
import { UndoBar } from '@/components/shared/undo-bar'

const happened: string[] = []
const bar = (text: string, isKept: boolean) => (
  <UndoBar text={text} isKept={isKept} onUndo={() => happened.push('undo')} onGone={gone} />
)
const gone = () => void happened.push('gone')
const after = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  vi.useFakeTimers()
  happened.length = 0
})
afterEach(() => void vi.useRealTimers())

it('says what was done, can undo it, and goes by itself once it is kept', async () => {
  show(bar('Dropped Rust.', true))
  expect(said()).toEqual(['status:', '  Dropped Rust.', '  button "Undo"'])
  fireEvent.click(screen.getByRole('button'))
  await after(7_999)
  expect(happened).toEqual(['undo'])
  await after(1)
  expect(happened).toEqual(['undo', 'gone'])
})

it('stays while it is not kept, and says so to whoever still reads it', async () => {
  show(bar('Dropped Rust.', false))
  await after(999)
  expect(said()[1]).toBe('  Dropped Rust.')
  await after(1)
  expect(said()[1]).toBe('  Dropped Rust. Not kept on this device yet: leave this page open.')
  await after(60_000)
  expect(happened).toEqual([])
  again(bar('Dropped Rust.', true))
  expect(said()[1]).toBe('  Dropped Rust.')
  await after(8_000)
  expect(happened).toEqual(['gone'])
})

it('begins anew with what is done next', async () => {
  show(bar('Dropped Rust.', true))
  await after(5_000)
  again(bar('Dropped Go.', true))
  await after(5_000)
  expect([happened, said()[1]]).toEqual([[], '  Dropped Go.'])
  await after(3_000)
  expect(happened).toEqual(['gone'])
})

it('offers what else could be done about it, and leaves longer to read that', async () => {
  const answers = ['Make it plan B', 'Keep both'].map((name) => ({ name, onTake: () => happened.push(name) }))
  show(<UndoBar text="Clashes with Go." isKept answers={answers} onUndo={() => happened.push('undo')} onGone={gone} />)
  expect(said()).toEqual([
    'status:',
    '  Clashes with Go.',
    '  button "Make it plan B"',
    '  button "Keep both"',
    '  button "Undo"',
  ])
  for (const button of screen.getAllByRole('button')) fireEvent.click(button)
  await after(19_999)
  expect(happened).toEqual(['Make it plan B', 'Keep both', 'undo'])
  await after(1)
  expect(happened.at(-1)).toBe('gone')
})
