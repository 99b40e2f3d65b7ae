import { describe, expect, it } from 'vitest'
import { isOpenDraftAsked, openDraft, saveOpenDraft } from './open-draft'

describe('openDraft', () => {
  it('tells whether its author is still asked which text it is, as long as it is open', async () => {
    let question: string | null = 'leftBehind'
    const close = openDraft({ save: () => Promise.resolve(false), isAsked: () => question !== null })
    expect([isOpenDraftAsked(), await saveOpenDraft()]).toEqual([true, false])
    question = null
    expect(isOpenDraftAsked()).toBe(false)
    question = 'leftBehind'
    close()
    expect([isOpenDraftAsked(), await saveOpenDraft()]).toEqual([false, true])
  })
})
