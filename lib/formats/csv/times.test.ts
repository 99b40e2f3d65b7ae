import { describe, expect, it } from 'vitest'
import { dayReader } from './days'
import { readDuration, readMoment, readTime } from './times'

describe('readTime', () => {
  it.each([
    ['9:00', 540],
    ['09:00:30', 540],
    ['09h30', 570],
    ['9 h 30', 570],
    ['9h', 540],
    ['9u25', 565],
    ['14.30', 870],
    ['1430', 870],
    ['9.30 Uhr', 570],
    ['9 uur', 540],
    ['2:00pm', 840],
    ['2 PM', 840],
    ['2:30 p.m.', 870],
    ['12:15 AM', 15],
    ['12 pm', 720],
    ['9時30分', 570],
    ['午後1時', 780],
    ['午前10:15', 615],
    ['１０：００', 600],
    ['0.375', 540],
    ['0,5', 720],
    ['24:00', 1440],
    ['0:00', 0],
    ['25:00', 1500],
    ['24:30', 1470],
    ['26h30', 1590],
    ['36:00', 2160],
    ['37:00', null],
    ['45:00', null],
    ['2500', null],
    ['12:59 pm', 779],
    ['13:00 am', null],
    ['9:60', null],
    ['13:00 pm', null],
    ['noon', 720],
    ['Midi', 720],
    ['12 noon', 720],
    ['12:00 midi', 720],
    ['Mittag', 720],
    ['midnight', 1440],
    ['minuit', 1440],
    ['12 midnight', 1440],
    ['Mitternacht', 1440],
    ['11 noon', null],
    ['afternoon', null],
    ['9', null],
    ['h', null],
    ['Room 9:00', null],
  ])('reads %j', (text, minutes) => {
    expect(readTime(text)).toBe(minutes)
  })
})

describe('readDuration', () => {
  it.each([
    ['25', 25],
    ['25 min', 25],
    ['25’', 25],
    ['90 minutes', 90],
    ['0:25', 25],
    ['00:45:00', 45],
    ['1h30', 90],
    ['1 h 30 min', 90],
    ['1.5 hours', 90],
    ['1,5 h', 90],
    ['2 hours and 15 minutes', 135],
    ['PT1H30M', 90],
    ['PT45M', 45],
    ['0.03125', 45],
    ['2880', 2880],
    ['99999', null],
    ['long', null],
    ['', null],
  ])('reads %j', (text, minutes) => {
    expect(readDuration(text)).toBe(minutes)
  })
})

describe('readMoment', () => {
  const { read } = dayReader(['29/02/2024'], [])
  const empty = { dayOn: null, minutes: null, endMinutes: null, instant: null, zone: null }

  it.each([
    ['', empty],
    ['TBA', empty],
    ['à définir', empty],
    ['9:00', { ...empty, minutes: 540 }],
    ['9:00–9:45', { ...empty, minutes: 540, endMinutes: 585 }],
    ['09h00 à 09h45', { ...empty, minutes: 540, endMinutes: 585 }],
    ['1:00-2:30 pm', { ...empty, minutes: 780, endMinutes: 870 }],
    ['11:30 - 12:15 PM', { ...empty, minutes: 690, endMinutes: 735 }],
    ['11-1 pm', { ...empty, minutes: 660, endMinutes: 780 }],
    ['10–10:45', { ...empty, minutes: 600, endMinutes: 645 }],
    ['11-11:45', { ...empty, minutes: 660, endMinutes: 705 }],
    ['10h30–11h', { ...empty, minutes: 630, endMinutes: 660 }],
    ['9:30 - 10', { ...empty, minutes: 570, endMinutes: 600 }],
    ['de 14h à 15h30', { ...empty, minutes: 840, endMinutes: 930 }],
    ['von 10 bis 11 Uhr', { ...empty, minutes: 600, endMinutes: 660 }],
    ['11–noon', { ...empty, minutes: 660, endMinutes: 720 }],
    ['noon–1pm', { ...empty, minutes: 720, endMinutes: 780 }],
    ['10-11', null],
    ['12-13', null],
    ['16:00 CET', { ...empty, minutes: 960, zone: 'CET' }],
    ['16:00–16:45 (CEST)', { ...empty, minutes: 960, endMinutes: 1005, zone: 'CEST' }],
    ['4:00 pm ET', { ...empty, minutes: 960, zone: 'ET' }],
    ['2024-02-29 16:00 MEZ', { ...empty, dayOn: '2024-02-29', minutes: 960, zone: 'MEZ' }],
    ['16:00 HALL', null],
    ['2024-02-29', { ...empty, dayOn: '2024-02-29' }],
    ['2024-02-29 20:00:00', { ...empty, dayOn: '2024-02-29', minutes: 1200 }],
    ['2024-02-29T20:00', { ...empty, dayOn: '2024-02-29', minutes: 1200 }],
    ['2024-02-29 TBA', { ...empty, dayOn: '2024-02-29' }],
    ['29/02/2024 09:30', { ...empty, dayOn: '2024-02-29', minutes: 570 }],
    ['Feb 29, 2024, 9:30 AM', { ...empty, dayOn: '2024-02-29', minutes: 570 }],
    ['Thursday 29 Feb 2024 at 9:00-9:45', { ...empty, dayOn: '2024-02-29', minutes: 540, endMinutes: 585 }],
    ['45351.375', { ...empty, dayOn: '2024-02-29', minutes: 540 }],
    ['2024-02-29T09:00:00+01:00', { ...empty, instant: new Date('2024-02-29T08:00:00Z') }],
    ['2024-02-29 09:00:00 Z', { ...empty, instant: new Date('2024-02-29T09:00:00Z') }],
    ['2024-02-31T09:00:00Z', null],
    ['after lunch', null],
    ['9:00-10:00-11:00', null],
  ])('reads %j', (text, moment) => {
    expect(readMoment(text, read)).toEqual(moment)
  })
})
