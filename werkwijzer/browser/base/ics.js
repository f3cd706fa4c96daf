/* A calendar file (RFC 5545): whole days, or hours by the clock on the wall. No DOM. */

import { dayOf, isoOf } from './days.js';
import { drawn } from './digest.js';
import { COURSE } from './identity.js';

const HOST = `werkwijzer-${COURSE}`;
const CONTROL = /[\0-\x09\x0b-\x1f\x7f]/g;
const bytes = new TextEncoder();

const escaped = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
const compact = (iso) => iso.replaceAll('-', '');
export const stamp = (ms) => `${new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')}`;
const nextDay = (iso) => isoOf(dayOf(iso) + 1);

/** A line of at most 75 bytes, the rest on lines that start with a space; no sign is cut in two. */
function folded(line) {
  const lines = [''];
  let room = 75;
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (size > room) {
      lines.push(' ');
      room = 74;
    }
    lines[lines.length - 1] += sign;
    room -= size;
  }
  return lines.join('\r\n');
}

/** 2027-03-11 and 09:30 as 20270311T093000, some minutes later: the same on the clock wherever the calendar is. */
const moment = (day, time, minutes = 0) => stamp(Date.parse(`${day}T${time}:00Z`) + minutes * 6e4).replace('Z', '');

const times = ({ day, time, minutes }) =>
  time
    ? [`DTSTART:${moment(day, time)}`, `DTEND:${moment(day, time, minutes)}`]
    : [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(nextDay(day))}`, 'TRANSP:TRANSPARENT'];

/** Which edition of an event this is: the later made, the higher. Seconds since 2020, which fit until 2088. */
export const edition = (now) => Math.max(0, Math.floor((now - Date.UTC(2020, 0, 1)) / 1000));

/** @param {any} what @param {number} now */
const event = ({ uid, title, text = '', url = '', ...when }, now) => [
  'BEGIN:VEVENT',
  `UID:${uid}@${HOST}`,
  `SEQUENCE:${edition(now)}`,
  `DTSTAMP:${stamp(now)}`,
  ...times(when),
  `SUMMARY:${escaped(title)}`,
  ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
  ...(url ? [`URL:${url.replace(CONTROL, '')}`] : []),
  'END:VEVENT',
];

/** The file. `events`: `{uid, day: '2027-03-11', title, text, url}`, with `time: '09:30', minutes: 120` when it is no whole day.
 *  The same uid again replaces what a calendar already holds. So a uid must be of one thing of one person or group: `newId` draws a part for it. */
export function ics(events, now = Date.now()) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Werkwijzer Groepsgewijs werken//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((one) => event(one, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Sixteen hexadecimal digits that nobody else has. */
export const newId = () => drawn(2);
