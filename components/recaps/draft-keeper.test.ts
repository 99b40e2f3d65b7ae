import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { createRecap, editRecap, keepUntaken } from '@/lib/recaps/server/mutations'
import { requireSavedDraft } from '@/lib/recaps/server/queries'
import { editRecapSchema, untakenWordsSchema } from '@/lib/recaps/schema'
import { draftPlaceIn } from '@/lib/recaps/device/recap-drafts'
import { openStore } from '@/lib/device'
import { testDatabase } from '@/tests/db'
import { makePerson } from '@/tests/factories/person'
import { keepDraft, type DraftServer } from './draft-keeper'

const { db } = await testDatabase()
const author = await makePerson(db)
let clock = Date.parse('2026-04-01T10:00:00Z')
/** Seconds pass, not minutes. */
const now = () => new Date((clock += 1_000))

type Editor = Awaited<ReturnType<ReturnType<Awaited<ReturnType<typeof aRecap>>['device']>['open']>>

/** A recap, and devices on which it is written. */
async function aRecap(text = 'Hello') {
  const id = randomUUID()
  await createRecap(db, author.id, { id, conferenceId: null, title: 'Day 1', text, language: 'en' }, now())
  const onServer = () => requireSavedDraft(db, author.id, id)
  const said = async () => (await onServer()).draft.text
  const earlier = async () =>
    (await db.recapRevision.findMany({ where: { recapId: id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(
      (revision) => revision.text,
    )

  /** A device with its store; its wire can be cut, lose answers, and do something at each of its ends. */
  function device() {
    const store = openStore(randomUUID(), { indexedDB: new IDBFactory(), IDBKeyRange })
    const wire = { isDown: false, losesAnswers: false, meanwhile: async () => {} }
    const held = new Set<string>()
    const locks = {
      query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
      request: async (name: string, work: () => Promise<void>) => {
        held.add(name)
        await work()
        held.delete(name)
      },
    }
    async function ask<Value>(work: () => Promise<Value>): Promise<Value | null> {
      await wire.meanwhile()
      const answer = wire.isDown ? null : await work()
      await wire.meanwhile()
      return wire.losesAnswers ? null : answer
    }
    const server: DraftServer = {
      save: async (draft, from) => {
        const answer = await ask(() =>
          editRecap(db, author.id, editRecapSchema.parse({ ...draft, ...from, id }), now()),
        )
        return !answer
          ? { ok: false, reason: 'UNAVAILABLE' }
          : answer.ok
            ? { ok: true, value: { updatedAt: answer.updatedAt } }
            : answer
      },
      read: async () => {
        const value = await ask(onServer)
        return value ? { ok: true, value } : { ok: false, reason: 'UNAVAILABLE' }
      },
      setAside: async ({ title, summary, text }) => ({
        ok:
          (await ask(
            async () => (
              await keepUntaken(db, author.id, untakenWordsSchema.parse({ id, title, summary, text }), now()),
              true
            ),
          )) === true,
      }),
    }
    /** Opens an editor, as a tab does. */
    async function open(from?: Awaited<ReturnType<typeof onServer>>) {
      const place = draftPlaceIn(id, { store: () => Promise.resolve(store), locks: () => locks })
      const keeper = keepDraft(from ?? (await onServer()), server, place)
      const close = place.open()
      const text = () => keeper.now().draft.text
      const write = (written: string) => keeper.edit({ text: written })
      const type = async (letters: string) => {
        for (const letter of letters) await write(text() + letter)
      }
      return { keeper, close, text, write, type, ask: () => keeper.now().question, state: () => keeper.now().state }
    }
    return { wire, store, open }
  }
  return { id, onServer, said, earlier, device }
}

describe('one editor', () => {
  it('has each letter typed while it saves, and says saved only when the server has what is shown', async () => {
    const { device, said } = await aRecap('')
    const { wire, open } = device()
    const editor = await open()
    const letters = [...'while one types, it is saved']
    const untrue: string[] = []
    editor.keeper.watch(
      () =>
        void (
          editor.state() === 'saved' &&
          said().then((there) => there.startsWith(editor.text()) || untrue.push(editor.text()))
        ),
    )
    wire.meanwhile = async () => {
      const letter = letters.shift()
      if (letter) void editor.write(editor.text() + letter)
    }
    void editor.write('“')
    await editor.keeper.save()
    await editor.keeper.save()
    expect([editor.text(), await said(), editor.state(), untrue]).toEqual([
      '“while one types, it is saved',
      '“while one types, it is saved',
      'saved',
      [],
    ])
  })

  it('waits for the network on the device, also for the next editor', async () => {
    const { device, said } = await aRecap()
    const { wire, open, store } = device()
    const editor = await open()
    wire.isDown = true
    await editor.type(' there')
    await editor.keeper.save()
    expect([editor.state(), await said()]).toEqual(['here', 'Hello'])
    editor.close()
    wire.isDown = false
    const next = await open()
    await next.keeper.lookAround()
    expect([next.text(), next.state(), next.ask(), await said(), await store.recapDrafts.toArray()]).toEqual([
      'Hello there',
      'saved',
      null,
      'Hello there',
      [],
    ])
  })

  it('gives a server that was put back to before what it shows', async () => {
    const { id, device, said } = await aRecap()
    const editor = await device().open()
    const before = await db.recap.findUniqueOrThrow({
      where: { id },
      select: { text: true, updatedAt: true, revision: true },
    })
    await editor.type(' there')
    await editor.keeper.save()
    await db.recap.update({ where: { id }, data: before })
    await editor.keeper.refresh()
    expect([editor.text(), editor.state(), editor.ask(), await said()]).toEqual([
      'Hello there',
      'saved',
      null,
      'Hello there',
    ])
  })

  it('does not say that words are on the device when it has no room', async () => {
    const { device } = await aRecap()
    const { wire, open, store } = device()
    const editor = await open()
    store.dexie.close()
    wire.isDown = true
    await editor.type('!')
    await editor.keeper.save()
    expect([editor.state(), editor.keeper.now().isKept]).toEqual(['unsaved', false])
  })

  it('knows its own words when the answer to a save was lost', async () => {
    const { device, said, earlier } = await aRecap()
    const { wire, open } = device()
    const editor = await open()
    wire.losesAnswers = true
    await editor.type(' one')
    await editor.keeper.save()
    await editor.type(' two')
    await editor.keeper.save()
    wire.losesAnswers = false
    await editor.type(' three')
    await editor.keeper.save()
    expect([editor.ask(), editor.state(), await said(), await earlier()]).toEqual([
      null,
      'saved',
      'Hello one two three',
      ['Hello'],
    ])
  })

  it('opens what an older version kept of it', async () => {
    const { device, onServer, said } = await aRecap()
    const { open, store } = device()
    const saved = await onServer()
    const editor = await open()
    const id = (await editor.type('x'), (await store.recapDrafts.toArray())[0]?.id.split('/')[0] ?? '')
    await store.recapDrafts.clear()
    await store.recapDrafts.put({ id, editedFrom: saved.updatedAt, draft: { ...saved.draft, text: 'Kept before' } })
    const next = await open(saved)
    await next.keeper.lookAround()
    expect([next.text(), await said(), await store.recapDrafts.count()]).toEqual(['Kept before', 'Kept before', 0])
  })
})

/**
 * A device that keeps "lost on the train" of a recap that was saved elsewhere since, and an editor that asks about it.
 */
async function leftOnTheTrain() {
  const recap = await aRecap()
  const [train, home] = [recap.device(), recap.device()]
  const closed = await train.open()
  train.wire.isDown = true
  await closed.write('Hello, lost on the train')
  await closed.keeper.save()
  closed.close()
  train.wire.isDown = false
  const elsewhere = await home.open()
  await elsewhere.write('Hello from home')
  await elsewhere.keeper.save()
  const editor = await train.open()
  await editor.keeper.lookAround()
  expect([editor.ask(), editor.text()]).toEqual(['leftBehind', 'Hello from home'])
  return { ...recap, editor, train }
}

describe('words that were left behind', () => {
  it('outlive what is typed while their person is asked, and are taken', async () => {
    const { editor, said, earlier, train } = await leftOnTheTrain()
    await editor.type(', and more')
    await editor.keeper.save()
    expect([editor.ask(), editor.state(), await said()]).toEqual(['leftBehind', 'saved', 'Hello from home, and more'])
    train.wire.meanwhile = async () => {}
    await editor.type(' unsaved')
    await editor.keeper.take()
    expect([editor.ask(), editor.state(), editor.text(), await said()]).toEqual([
      null,
      'saved',
      'Hello, lost on the train',
      'Hello, lost on the train',
    ])
    expect((await earlier()).at(-1)).toBe('Hello from home, and more unsaved')
    expect(await train.store.recapDrafts.count()).toBe(0)
  })

  it('are among the earlier texts when they are let go, whatever is typed meanwhile', async () => {
    const { editor, said, earlier, train } = await leftOnTheTrain()
    train.wire.meanwhile = () => editor.type('.')
    await editor.keeper.letGo()
    train.wire.meanwhile = async () => {}
    await editor.keeper.save()
    expect([editor.ask(), editor.text(), await said()]).toEqual([null, 'Hello from home..', 'Hello from home..'])
    expect(await earlier()).toContain('Hello, lost on the train')
    expect(await train.store.recapDrafts.count()).toBe(0)
  })

  it('stay asked about, on the device, while nothing can be answered', async () => {
    const { editor, train } = await leftOnTheTrain()
    train.wire.isDown = true
    await editor.keeper.letGo()
    expect([editor.ask(), editor.keeper.now().hasFailed]).toEqual(['leftBehind', true])
    await editor.type('!')
    await editor.keeper.take()
    expect([editor.ask(), editor.keeper.now().hasFailed, editor.text()]).toEqual([
      'leftBehind',
      true,
      'Hello from home!',
    ])
    expect((await train.store.recapDrafts.toArray()).map(({ draft }) => draft.text).sort()).toEqual([
      'Hello from home!',
      'Hello, lost on the train',
    ])
  })
})

describe('two editors at once', () => {
  const both = [
    ['tabs', true],
    ['devices', false],
  ] as const

  it.each(both)(
    'of two %s: each keeps its own words, and whichever is taken, the other stays',
    async (_, isOneDevice) => {
      for (const answer of ['take', 'letGo'] as const) {
        const { device, said, earlier } = await aRecap()
        const one = device()
        const [first, second] = [await one.open(), await (isOneDevice ? one : device()).open()]
        for (const letters of ['alpha', 'beta']) {
          await first.type(` ${letters}`)
          await second.type(` not ${letters}`)
        }
        await first.keeper.save()
        await second.keeper.save()
        expect([first.state(), second.state(), second.ask()]).toEqual(['saved', 'unsaved', 'changedElsewhere'])
        await second.type(', typed on')
        await second.keeper[answer]()
        await second.keeper.save()
        const [ours, theirs] = ['Hello not alpha not beta, typed on', 'Hello alpha beta']
        expect([second.ask(), second.state(), await said()]).toEqual([null, 'saved', answer === 'take' ? ours : theirs])
        expect((await earlier()).at(-1)).toBe(answer === 'take' ? theirs : ours)
        await first.keeper.refresh()
        expect([first.text(), first.state()]).toEqual([await said(), 'saved'])
      }
    },
  )

  it('does not take for left behind what another open tab holds', async () => {
    const { device } = await aRecap()
    const { open } = device()
    const first = await open()
    await first.type(' not saved yet')
    const second = await open()
    await second.keeper.lookAround()
    expect([second.text(), second.ask()]).toEqual(['Hello', null])
  })

  it('loses no word whatever they do, and whatever becomes of the wire', async () => {
    const step = fc.record({
      who: fc.nat(2),
      what: fc.constantFrom(
        'type',
        'type',
        'type',
        'save',
        'save',
        'remove',
        'refresh',
        'reopen',
        'take',
        'letGo',
        'cut',
        'lose',
        'mend',
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { device, said, earlier } = await aRecap()
        const [phone, laptop] = [device(), device()]
        const devices = [phone, phone, laptop]
        const editors: Editor[] = await Promise.all(devices.map(({ open }) => open()))
        const words: string[] = []
        for (const { who, what } of steps) {
          const [editor, at] = [editors[who], devices[who]]
          if (!editor || !at) continue
          if (what === 'type') await editor.type(`\nword${words.push(`word${words.length}x`) - 1}x`)
          // Whole lines that the server has.
          else if (what === 'remove')
            await (editor.keeper.isSaved()
              ? editor.write(editor.text().split('\n').slice(0, -1).join('\n'))
              : undefined)
          else if (what === 'cut' || what === 'lose' || what === 'mend')
            Object.assign(at.wire, { isDown: what === 'cut', losesAnswers: what === 'lose' })
          else if (what === 'reopen') {
            editor.close()
            editors[who] = await at.open()
            await editors[who].keeper.lookAround()
          } else await editor.keeper[what]()
        }
        for (const { wire } of devices) Object.assign(wire, { isDown: false, losesAnswers: false })
        for (const { keeper } of editors) {
          await keeper.lookAround()
          while (!keeper.isSaved() || keeper.now().question)
            await (keeper.now().question ? keeper.letGo() : keeper.save())
        }
        const [there, before] = [await said(), await earlier()]
        expect(words.filter((word) => ![there, ...before].some((text) => text.split('\n').includes(word)))).toEqual([])
        expect(editors.map(({ state }) => state())).toEqual(['saved', 'saved', 'saved'])
      }),
      { numRuns: 60 },
    )
  })
})
