import { escape } from 'ical-generator'

// Line breaks of every kind, also those that only some readers take for one (vertical tab, next line, U+2028…).
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g
const controlCharacter = /[^\P{Cc}\n\t]/gu
const loneSurrogate = /\p{Surrogate}/gu

/**
 * A text for a property of several lines: every line break is "\n", control characters are gone, half characters are
 * U+FFFD.
 */
export function calendarText(text: string): string {
  return text.replace(lineBreak, '\n').replace(controlCharacter, '').replace(loneSurrogate, '\uFFFD')
}

/** A text for a property of one line (title, place, name): likewise, with line breaks and tabs as one space. */
export function calendarLine(text: string): string {
  return calendarText(text).replace(/[\n\t]+/g, ' ')
}

/**
 * A text as it stands in a property's value (RFC 5545 §3.3.11). Only for properties that ical-generator writes as given
 * (a calendar's name and description); it escapes an event's texts itself.
 */
export function escapeText(text: string): string {
  return escape(text, false)
}

/**
 * An absolute address for a URI property, without the characters that the library would escape as if it were a text.
 */
export function cleanUri(url: string): string {
  return new URL(url).href.replace(/[,;]/g, (separator) => encodeURIComponent(separator))
}
