import { describe, expect, it } from 'vitest'
import { rememberDraft, settleOpenDraft } from './open-draft'

describe('settleOpenDraft', () => {
  it('says while it is open whether the server has all, and whether its author is still asked', async () => {
    let [question, isSaved]: [string | null, boolean] = ['leftBehind', false]
    const close = rememberDraft({ save: () => Promise.resolve(isSaved), isAsked: () => question !== null })
    expect(await settleOpenDraft()).toBe('asked')
    isSaved = true
    expect(await settleOpenDraft()).toBe('asked')
    question = null
    expect(await settleOpenDraft()).toBeNull()
    isSaved = false
    expect(await settleOpenDraft()).toBe('unsaved')
    close()
    expect(await settleOpenDraft()).toBeNull()
  })

  it('hears of a question that comes with the save', async () => {
    let question: string | null = null
    const save = async () => {
      question = 'changedElsewhere'
      return false
    }
    const close = rememberDraft({ save, isAsked: () => question !== null })
    expect(await settleOpenDraft()).toBe('asked')
    close()
  })
})
