import { escape as escaped, ICalCalendar, ICalEventStatus, ICalEventTransparency } from "ical-generator"
import type { CalendarDate } from "../../shared/domain/calendar/dates.ts"
import { clockTime, londonDate } from "../../shared/values/london.ts"
import type { Settings } from "../../shared/web/world.ts"

export type Calendar = { about: string; dates: CalendarDate[] }

type Service = Pick<Settings, "origin" | "serviceName" | "demonstration">

const anHour = 3600
const zone = "Europe/London"

/** A calendar as RFC 5545 has it. It knows no clock: the same dates are the same bytes. */
export const calendarFile = ({ about, dates }: Calendar, { origin, serviceName, demonstration }: Service) => {
  const marked = (text: string) => `${demonstration ? "[Demonstration] " : ""}${oneLine(text)}`
  const calendar = new ICalCalendar({
    prodId: `//${new URL(origin).host}//Calendar//EN`,
    // These two the library writes as they are given.
    name: escaped(marked(serviceName), false),
    description: escaped(oneLine(about), false),
    ttl: anHour,
    // With a zone of its own the calendar's stamps would be local times. Empty it has none, and needs a part to be one.
    timezone: { name: dates.length > 0 ? null : zone, generator: () => london },
  })
  for (const { id, title, from, to, sequence, changed, cancelled, says, path } of dates)
    calendar.createEvent({
      id: encodeURIComponent(id) + encodeURI(`@${new URL(origin).host}`),
      summary: marked(title),
      timezone: zone,
      start: onLondonsClock(from),
      end: onLondonsClock(to),
      sequence,
      stamp: new Date(changed),
      lastModified: new Date(changed),
      description: [...says.map(oneLine), `${origin}${path}`].join("\n"),
      url: `${origin}${path}`,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return `${calendar.toString()}\r\n`
}

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim()

/** The library writes a time as the machine's own clock shows it: what it is given shows London's on any machine. */
const onLondonsClock = (instant: string) => {
  const at = new Date(instant)
  return `${londonDate(at)}T${clockTime(at)}:00`
}

/** London's clocks since 1996, as they will be until a law says otherwise. */
const london = [
  "BEGIN:VTIMEZONE",
  `TZID:${zone}`,
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZNAME:BST",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZNAME:GMT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n")
