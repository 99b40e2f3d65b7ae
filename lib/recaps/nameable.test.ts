import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { listNameable } from './nameable'

const noted = (id: string, text: string, sessionId?: string) => ({
  id,
  text,
  notedAt: `2026-03-24T09:0${id}:00.000Z`,
  updatedAt: '2026-03-24T10:00:00.000Z',
  ...(sessionId && { sessionId }),
})
const photo = (id: string, noteId: string) => ({ id, noteId, takenAt: '2026-03-24T09:00:00.000Z' })

it('says of each whom a recap may name what stays out of it unless they are chosen', () => {
  const material = {
    agenda: agendaOf([talk('rust', at('09:00', '09:30'))]),
    notes: [
      noted('1', 'A thought\n@ Cy Doe, Initech — knows everything\nloves cats\n\n[ ] try it\nkept', 'rust'),
      noted('2', 'Lunch with\n@ Ann\nwho hires\n\nand then\n$ Globex — socks\n[] write to her'),
    ],
    photos: [photo('a', '1'), photo('b', '2')],
  }
  expect(listNameable(material)).toEqual({
    people: [
      { key: '1:1', name: 'Cy Doe, Initech', words: ['knows everything', 'loves cats'], photos: 0 },
      { key: '2:1', name: 'Ann', words: ['Lunch with', 'who hires', 'and then'], photos: 1 },
    ],
    sponsors: [{ key: '2:5', name: 'Globex', words: ['socks', 'Lunch with', 'who hires', 'and then'], photos: 1 }],
    toDos: ['[ ] try it', '[] write to her'],
  })
})
