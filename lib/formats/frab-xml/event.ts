import type { FrabEvent } from '../frab/schedule'
import type { OuterElement, XmlElement } from './elements'
import { attributeOf, childOf, linksIn, personIn, textIn } from './fields'

/**
 * Reads an `event`; its children come in any order. The room's list says where it is: merged files write there which
 * house a room of the event's own name is in.
 */
export function frabEventOf(event: XmlElement, path: string, outer: readonly OuterElement[]): FrabEvent {
  const listed = (name: string) => outer.findLast((element) => element.name === name)
  const room = attributeOf(listed('room'), 'name') ?? textIn(event, 'room')
  const recording = childOf(event, 'recording')
  return {
    path,
    guid: attributeOf(event, 'guid'),
    id: attributeOf(event, 'id'),
    day: attributeOf(listed('day'), 'date'),
    rooms: room === null ? [] : [room],
    date: textIn(event, 'date'),
    start: textIn(event, 'start'),
    end: null,
    duration: textIn(event, 'duration'),
    title: textIn(event, 'title'),
    subtitle: textIn(event, 'subtitle'),
    abstract: textIn(event, 'abstract'),
    description: textIn(event, 'description'),
    track: textIn(event, 'track'),
    type: textIn(event, 'type'),
    language: textIn(event, 'language'),
    level: null,
    state: textIn(event, 'state') ?? textIn(event, 'status'),
    url: textIn(event, 'url') ?? textIn(event, 'origin_url'),
    persons: (childOf(event, 'persons')?.children ?? []).map(personIn),
    links: linksIn(event, 'links'),
    attachments: linksIn(event, 'attachments'),
    recordingUrl:
      textIn(event, 'video_download_url') ??
      (recording && (textIn(recording, 'url') ?? textIn(recording, 'link'))) ??
      null,
  }
}

/**
 * Reads an `entry`, as EuroPython 2014 wrote its schedule: starts without a colon, minutes as durations, rooms that are
 * one session's joined by commas.
 */
export function readEntry(entry: XmlElement, path: string, outer: readonly OuterElement[]): FrabEvent {
  const [id, category] = [attributeOf(entry, 'id'), textIn(entry, 'category')]
  const topics = (childOf(entry, 'topics')?.children ?? []).map(({ text }) => text.trim())
  return {
    ...frabEventOf(entry, path, outer),
    rooms: (textIn(entry, 'room') ?? '').split(/\s*,\s*/).filter((name) => name !== ''),
    // Talks have a category; breaks and parties have none, and are numbered anew.
    id: category === null && id !== null ? `event ${id}` : id,
    type: category,
    level: textIn(entry, 'audience'),
    track: topics.find((topic) => topic !== '' && topic !== 'Other') ?? null,
    persons: (childOf(entry, 'speakers')?.children ?? []).map(personIn),
  }
}
