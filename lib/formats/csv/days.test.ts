import { describe, expect, it } from 'vitest'
import { dayReader, lacksYear } from './days'

function read(...texts: string[]) {
  return texts.map(dayReader(texts, []).read)
}

describe('dayReader', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2024/2/29', '2024-02-29'],
    ['20240229', '2024-02-29'],
    ['29.02.2024', '2024-02-29'],
    ['3.4.24', '2024-04-03'],
    ['29 Feb 2024', '2024-02-29'],
    ['Feb 29, 2024', '2024-02-29'],
    ['February 29th 2024', '2024-02-29'],
    ['Thursday, 29 February 2024', '2024-02-29'],
    ['Thu 2024-02-29', '2024-02-29'],
    ['mar. 12/03/2024', '2024-03-12'],
    ['jeudi 29 février 2024', '2024-02-29'],
    ['le 1er août 2024', '2024-08-01'],
    ['mar. 5 mars 2024', '2024-03-05'],
    ['29. Februar 2024', '2024-02-29'],
    ['Do., 29. Feb. 2024', '2024-02-29'],
    ['donderdag 29 februari 2024', '2024-02-29'],
    ['45351', '2024-02-29'],
    ['Thursday 29 February', '2024-02-29'],
    ['29-Feb-24', '2024-02-29'],
    ['29 févr. 24', '2024-02-29'],
    ['Feb 29, 24', '2024-02-29'],
    ['2024-Feb-29', '2024-02-29'],
    ['29 de febrero de 2024', '2024-02-29'],
    ['giovedì 29 febbraio 2024', '2024-02-29'],
    ['29 lutego 2024', '2024-02-29'],
    ['29. února 2024', '2024-02-29'],
    ['29 февраля 2024 г.', '2024-02-29'],
    ['29 Şubat 2024', '2024-02-29'],
    ['29 Φεβρουαρίου 2024', '2024-02-29'],
    ['2024. február 29.', '2024-02-29'],
    ['torsdag 29 februari 2024', '2024-02-29'],
    ['2024年2月29日(木)', '2024-02-29'],
    ['2024년 2월 29일', '2024-02-29'],
    ['29. 2. 2024', '2024-02-29'],
    ['2024. 02. 29.', '2024-02-29'],
    ['Jul-27', null],
    ['29 Feb 24 2024', null],
    ['30 February 2024', null],
    ['2024-13-01', null],
    ['Day 1', null],
    ['12', null],
    ['12345', null],
    ['5 talks in March 2024', null],
    ['29 February', null],
    ['Thursday 14 March', null],
    ['', null],
  ])('reads %j', (text, day) => {
    expect(read(text)).toEqual([day])
  })

  it('lets one date tell the order of all', () => {
    expect(read('03/04/2027', '29/03/2027')).toEqual(['2027-04-03', '2027-03-29'])
    expect(read('03/04/2027', '03/29/2027')).toEqual(['2027-03-04', '2027-03-29'])
  })

  it('puts the day first when nothing tells, and says so', () => {
    const reader = dayReader(['3/4/2027', '4/4/2027'], [])
    expect(reader).toMatchObject({ guess: { text: '3/4/2027', dayOn: '2027-04-03' } })
  })

  it('puts the month first when only that keeps the conference together, and says so', () => {
    const reader = dayReader(['3/4/2027', '3/5/2027'], [])
    expect(reader).toMatchObject({ guess: { text: '3/4/2027', dayOn: '2027-03-04' } })
  })

  it('puts near each other what is clear and what is not, and says so', () => {
    expect(read('2027-07-05', '7/6/2027')).toEqual(['2027-07-05', '2027-07-06'])
    expect(read('2027-07-05', '6/7/2027')).toEqual(['2027-07-05', '2027-07-06'])
    expect(dayReader(['2027-07-05', '7/6/2027'], []).guess).toEqual({ text: '7/6/2027', dayOn: '2027-07-06' })
    expect(read('2026-12-24', '3/4/2027', '3/5/2027')).toEqual(['2026-12-24', '2027-03-04', '2027-03-05'])
  })

  it('lets a weekday tell the order', () => {
    expect(read('Mon 5/7/2027', '6/7/2027')).toEqual(['2027-07-05', '2027-07-06'])
    expect(read('Mon 7/5/2027', '7/6/2027')).toEqual(['2027-07-05', '2027-07-06'])
    expect(dayReader(['Mon 7/5/2027', '7/6/2027'], []).guess).toBe(null)
  })

  it('takes a year of two digits before the month where all begin with it, and says so', () => {
    const dates = ['27-07-05', '27-07-06']
    expect(read(...dates)).toEqual(['2027-07-05', '2027-07-06'])
    expect(dayReader(dates, []).guess).toEqual({ text: '27-07-05', dayOn: '2027-07-05' })
    expect(read('27-07-27', '28-07-27')).toEqual(['2027-07-27', '2027-07-28'])
  })

  it('does not call certain dates a guess', () => {
    expect([
      dayReader(['29/3/2027'], []).guess,
      dayReader(['4/4/2027'], []).guess,
      dayReader(['3.4.2027', 'x'], []).guess,
    ]).toEqual([null, null, null])
  })

  it('reads each of two clashing orders in the way it can be', () => {
    expect(read('29/03/2027', '03/29/2027')).toEqual(['2027-03-29', '2027-03-29'])
  })

  it('takes the year of the other dates, else of the hints', () => {
    expect(read('2027-03-01', '2 March')).toEqual(['2027-03-01', '2027-03-02'])
    expect(dayReader(['2 March'], ['devdays-2027.csv', 'Programme']).read('2 March')).toBe('2027-03-02')
    expect(dayReader(['2 March'], ['2026 or 2027']).read('2 March')).toBe(null)
    expect(dayReader(['Tuesday 2 March'], ['2026 or 2027']).read('Tuesday 2 March')).toBe('2027-03-02')
  })

  it('tells a date that only lacks its year', () => {
    expect(['29 February', '2027-02-28', 'Room 2'].map(lacksYear)).toEqual([true, false, false])
  })
})
