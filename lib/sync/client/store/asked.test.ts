import { describe, expect, it } from 'vitest'
import { askedFor } from './asked'

describe('what screens ask for', () => {
  it('is told once each, also what was asked before anybody could answer', () => {
    const [asked, heard] = [askedFor(), [] as string[]]
    for (const key of ['a', 'b', 'a']) asked.ask(key)
    asked.answer((key) => void heard.push(key))
    for (const key of ['b', 'c', 'c']) asked.ask(key)
    expect(heard).toEqual(['a', 'b', 'c'])
  })

  it('is told to whoever answers now, from the beginning, and not to whoever did before', () => {
    const [asked, before, after] = [askedFor(), [] as string[], [] as string[]]
    const stop = asked.answer((key) => void before.push(key))
    asked.ask('a')
    asked.answer((key) => void after.push(key))
    // The one before ends late: the one after goes on.
    stop()
    asked.ask('b')
    expect([before, after]).toEqual([['a'], ['a', 'b']])
  })

  it('waits for the next where nobody answers any more', () => {
    const [asked, before, after] = [askedFor(), [] as string[], [] as string[]]
    asked.answer((key) => void before.push(key))()
    asked.ask('a')
    asked.answer((key) => void after.push(key))
    expect([before, after]).toEqual([[], ['a']])
  })
})
