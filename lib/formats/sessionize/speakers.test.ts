import { describe, expect, it } from 'vitest'
import { sessionizeSpeakerSchema } from './schema'
import { companyOf, nameOf } from './speakers'

function speaker(values: Record<string, unknown>) {
  return sessionizeSpeakerSchema.parse({ id: 'a', fullName: 'Ada Brook', ...values })
}

describe('companyOf', () => {
  it.each([
    'Company',
    'company name',
    'Your company / organization',
    'Entreprise',
    'Nom de l’entreprise',
    'Société',
    'Firma',
    'Unternehmen',
  ])('takes the answer to %s', (question) => {
    expect(
      companyOf(
        speaker({
          questionAnswers: [
            { question: 'Size', answer: 'M' },
            { question, answer: ' Tidewater & Sons ' },
          ],
        }),
        new Map(),
      ),
    ).toBe('Tidewater & Sons')
  })

  it.each(['Company website', 'Does your company sponsor us?', 'Company size', 'Title'])(
    'takes no answer to %s',
    (question) => {
      expect(companyOf(speaker({ questionAnswers: [{ question, answer: 'yes' }] }), new Map())).toBe(null)
    },
  )

  it('finds the question of view/All by its id', () => {
    expect(
      companyOf(
        speaker({ questionAnswers: [{ questionId: 7, answerValue: 'Tidewater' }] }),
        new Map([['7', 'Company']]),
      ),
    ).toBe('Tidewater')
  })

  it.each([
    ['Rigger @ Loft Twelve', 'Loft Twelve'],
    ['Rigger @loft-twelve', 'loft-twelve'],
    ['Senior Rigger at Loft Twelve, sailor', 'Loft Twelve'],
    ['Sailor | Rigger at 4Seas | Cook', '4Seas'],
    ['Working at scale', null],
    ['Rigger at Loft Twelve and Boats', null],
    ['Rigger at Loft Twelve, cook at Galley', null],
    ['Rigger @Loft for the @Boats project', null],
    ['Rigger at Loft Twelve. Author of knots. ', null],
    ['Loft Twelve', null],
    ['@ Loft', null],
    [null, null],
  ])('takes from the tagline %j only what is certain', (tagLine, company) => {
    expect(companyOf(speaker({ tagLine }), new Map())).toBe(company)
  })

  it('falls back to the tagline when the question was not answered', () => {
    expect(
      companyOf(
        speaker({ tagLine: 'Rigger @ Loft', questionAnswers: [{ question: 'Company', answer: 'n/a' }] }),
        new Map(),
      ),
    ).toBe('Loft')
  })
})

describe('nameOf', () => {
  it('puts a name together when the full one is empty', () => {
    expect([
      nameOf(speaker({})),
      nameOf(speaker({ fullName: ' ', firstName: 'Ada', lastName: 'Brook' })),
      nameOf(speaker({ fullName: null })),
    ]).toEqual(['Ada Brook', 'Ada Brook', null])
  })
})
