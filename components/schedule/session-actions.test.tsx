// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { provideDevice } from '@/lib/sync/client/store/device-code'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { loseTheNetwork } from '@/tests/no-network'
import { said, show } from '@/tests/show'
import { SessionActions } from './session-actions'

loseTheNetwork()
provideDevice(() => import('@/lib/device'))

const rust = talk('rust')

it('makes a session what was tapped last, however late the store tells of the tap before', async () => {
  show(
    <SessionActions
      agenda={agendaOf([rust])}
      session={rust}
      timeZone="UTC"
      isPage={false}
      whole
      onNeedWhole={() => {}}
    />,
  )
  const tap = (...names: string[]) => {
    for (const name of names) fireEvent.click(screen.getByRole('button', { name }))
  }
  const settlesAs = (pressed: string[], text: string) =>
    waitFor(
      () =>
        expect([
          said().flatMap((line) => /"(.+)" \(pressed\)/.exec(line)?.[1] ?? []),
          said().filter((line) => /^ {2}[^ b]/.test(line)),
        ]).toEqual([pressed, [text]]),
      { timeout: 20_000 },
    )
  tap('I want to go')
  await settlesAs(['I want to go'], '  rust is your first choice.')
  tap('I want to go', 'I want to go')
  await settlesAs(['I want to go'], '  rust is your first choice.')
  tap('I want to go', 'Plan B', 'Plan B', 'Hide')
  await settlesAs(['Hide'], '  rust is hidden.')
})
