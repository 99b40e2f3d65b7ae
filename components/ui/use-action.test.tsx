// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useAction, type Outcome } from './use-action'

/** An action whose answers come when the test says so. */
function slowly() {
  const answers: ((outcome: Outcome<string>) => void)[] = []
  const action = (_input: string) => new Promise<Outcome<string>>((resolve) => answers.push(resolve))
  const { result } = renderHook(() => useAction(action))
  const run = () => act(() => void result.current.run('x'))
  const answer = (nth: number, value: string) =>
    act(async () => {
      answers[nth]?.({ ok: true, value })
      await Promise.resolve()
    })
  const held = () => [result.current.pending, result.current.outcome?.ok && result.current.outcome.value]
  return { run, answer, held, drop: () => act(() => result.current.drop()) }
}

it('holds the answer to the latest run, whichever comes last', async () => {
  const { run, answer, held } = slowly()
  await run()
  await run()
  await answer(1, 'second')
  expect(held()).toEqual([false, 'second'])
  await answer(0, 'first')
  expect(held()).toEqual([false, 'second'])
})

it('waits no longer for what was dropped', async () => {
  const { run, answer, held, drop } = slowly()
  await run()
  expect(held()).toEqual([true, undefined])
  drop()
  expect(held()).toEqual([false, undefined])
  await answer(0, 'late')
  expect(held()).toEqual([false, undefined])
})
