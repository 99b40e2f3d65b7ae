// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { keepManaged, knowsManaged, onManaged } from './managed'

it('knows what a person may manage here, and nothing of anybody else', () => {
  keepManaged('ada', ['rust', 'go'])
  expect([knowsManaged('ada', 'go'), knowsManaged('ada', 'zig'), knowsManaged('bob', 'go')]).toEqual([
    true,
    false,
    false,
  ])
  keepManaged('ada', [])
  expect([knowsManaged('ada', 'go'), knowsManaged('ada', ''), knowsManaged('', '')]).toEqual([false, false, false])
})

it('says when it becomes otherwise', () => {
  let told = 0
  const stop = onManaged(() => (told += 1))
  keepManaged('ada', ['rust'])
  stop()
  keepManaged('ada', ['go'])
  expect(told).toBe(1)
})
