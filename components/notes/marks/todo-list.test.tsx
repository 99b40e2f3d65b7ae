// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { noteActions } from '@/lib/notes/device/note-actions'
import { useNotes } from '@/lib/notes/device/use-notes'
import { outlineOf } from '@/lib/notes/outline'
import { placeNotes } from '@/lib/notes/place-notes'
import { provideDevice } from '@/lib/sync/client/store/device-code'
import { localState } from '@/lib/sync/client/store/local-state'
import { said, show } from '@/tests/show'
import { TodoList } from './todo-list'

// There is no network.
vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
vi.stubGlobal(
  'EventSource',
  class {
    close() {}
  },
)
provideDevice(() => import('@/lib/device'))

function Todos() {
  const { notes } = useNotes('c')
  return <TodoList marks={outlineOf(placeNotes(notes, new Map(), 'UTC')).todo} from={() => null} />
}

it('counts every tick from its tap on, and keeps the to-do in its place', async () => {
  show(<Todos />)
  await noteActions().create({ id: 'note', conferenceId: 'c', text: '[ ] call Ann\n[ ] write\n[x] read' })
  const boxes = () => said().filter((line) => line.startsWith('checkbox'))
  const settlesAs = (...lines: string[]) =>
    waitFor(() => expect([boxes(), screen.getByRole('heading').textContent]).toEqual([lines.slice(1), lines[0]]), {
      timeout: 20_000,
    })
  const [ann, write, read] = ['checkbox "call Ann"', 'checkbox "write"', 'checkbox "read"']
  const textIs = (text: string) => waitFor(() => expect(shownText()).toBe(text), { timeout: 20_000 })
  await settlesAs('To do 2\u00a0open', ann, write, `${read} (checked)`)
  const tap = (...names: string[]) => names.forEach((name) => fireEvent.click(screen.getByRole('checkbox', { name })))
  tap('call Ann')
  await settlesAs('To do 1\u00a0open', `${ann} (checked)`, write, `${read} (checked)`)
  tap('call Ann', 'write', 'call Ann', 'read')
  await settlesAs('To do 1\u00a0open', `${ann} (checked)`, `${write} (checked)`, read)
  await textIs('[x] call Ann\n[x] write\n[ ] read')
  tap('write', 'write', 'call Ann')
  await textIs('[ ] call Ann\n[x] write\n[ ] read')
  await settlesAs('To do 2\u00a0open', ann, `${write} (checked)`, read)
})

function shownText(): string | undefined {
  return localState().notes?.find(({ id }) => id === 'note')?.text
}
