// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { UndoBar } from '@/components/shared/undo-bar'
import { provideDevice } from '@/lib/sync/client/store/device-code'
import { untilLocalState } from '@/lib/sync/client/store/local-state'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { loseTheNetwork } from '@/tests/no-network'
import { said, show } from '@/tests/show'
import { PickButton } from './pick-button'
import { useDayPicks } from './use-day-picks'

loseTheNetwork()
provideDevice(() => import('@/lib/device'))

const agenda = agendaOf([talk('rust', at('09:00', '10:00')), talk('go', at('09:30', '10:30'))])

function Day() {
  const { picks, onPick, bar } = useDayPicks(agenda)
  return (
    <>
      {agenda.sessions.map((session) => (
        <PickButton
          key={session.id}
          name="Pick"
          title={session.title}
          rank={picks.get(session.id)}
          onPick={() => onPick(session)}
        />
      ))}
      {bar ? <UndoBar {...bar} /> : null}
    </>
  )
}

const tap = (...names: string[]) => {
  for (const name of names) fireEvent.click(screen.getByRole('button', { name }))
}
/** What is said once the store has told of all that was tapped. */
const settlesAt = (...lines: string[]) => waitFor(() => expect(said()).toEqual(lines), { timeout: 20_000 })
const [rust, go] = ['button "Pick: rust"', 'button "Pick: go"']
const clash = (title: string) => [
  'status:',
  `  Clashes with “${title}”.`,
  '  button "Make it plan B"',
  '  button "Keep both"',
  '  button "Undo"',
]

it('counts every tap from its tap on, however late the store tells of it', async () => {
  show(<Day />)
  tap('Pick: rust', 'Pick: go')
  await settlesAt(`${rust} (pressed)`, `${go} (pressed)`, ...clash('rust'))
  // It is drawn as picked still when it is picked again.
  tap('Pick: go', 'Pick: go')
  expect(said()).toEqual([`${rust} (pressed)`, `${go} (pressed)`, ...clash('rust')])
  tap('Keep both')
  // What is dropped clashes with nothing from then on.
  tap('Pick: rust', 'Pick: go', 'Pick: go')
  await settlesAt(rust, `${go} (pressed)`)
  tap('Pick: rust')
  await settlesAt(`${rust} (pressed)`, `${go} (pressed)`, ...clash('go'))
  // What is undone is not picked from then on, and is taken back to what it was asked to be.
  tap('Undo')
  await null
  tap('Pick: rust')
  await settlesAt(`${rust} (pressed)`, `${go} (pressed)`, ...clash('go'))
  tap('Pick: rust', 'Pick: go')
  await settlesAt(rust, go)
  // A tap is drawn before it is kept.
  await untilLocalState(({ picks }) => ![...(picks?.get(agenda.conference.id)?.values() ?? [])].some(Boolean))
})
