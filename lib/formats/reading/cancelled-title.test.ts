import { expect, it } from 'vitest'
import { cancelledTitle } from './cancelled-title'

it.each([
  'CANCELED - Fog at sea',
  'Cancelled: Fog at sea',
  '[CANCELLED] Fog at sea',
  '❌ Annulé – Fog at sea',
  '(annulée) Fog at sea',
  'ABGESAGT | Fog at sea',
  'Entfällt: Fog at sea',
  'Geannuleerd - Fog at sea',
  'CANCELADO - Fog at sea',
])('knows that it does not take place: %s', (text) => {
  expect(cancelledTitle(text)).toEqual({ title: 'Fog at sea', isCancelled: true })
})

it.each(['Cancelled flights and what they cost', 'Why we cancelled: a story', 'CANCELED', 'Annulation - how to', ''])(
  'lets a title be: %s',
  (text) => {
    expect(cancelledTitle(text)).toEqual({ title: text, isCancelled: false })
  },
)
