import { answered } from "../../../shared/domain/answered.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import {
  granted,
  neededAfterAll,
  notNeededThisTime,
  reasoned,
  reasonForm,
  refusedTime,
  timeForm,
  workingDaysMore,
} from "../../../shared/domain/calendar/granting.ts"
import type { Changing } from "../../../shared/domain/calendar/line.ts"
import { isDated, owedBy, periodsSet } from "../../../shared/domain/calendar/owed.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { putPhase, putSite } from "../../../shared/store/calendar.ts"
import { changesIn } from "../../../shared/store/changes.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { calendarHere, recordOf, spreadHere } from "../../../shared/web/programme/spread.ts"
import type { C } from "../desk.ts"
import { type Decided, deciding } from "./deciding.ts"
import { returnToDecide } from "./desk.ts"

type Given = Record<string, unknown>

/** Gives a site more time for one return, or for it and every later one of its kind until a day. */
export const giveTime = async (c: C, given: Given, key: MoveKey): Promise<Decided> => {
  const { phase } = await returnToDecide(c)
  const result = await deciding(
    c,
    { move: "give more time", letter: "time granted", key },
    async (one, by, at) => {
      const { after, because, lastDay } = granted(one, answered(timeForm(one), given, at), who(by), at)
      if (lastDay === undefined) return { after, because }
      return {
        after,
        because,
        ...(await longer(c, one, { until: after.by, because, lastDay, by, at })),
      }
    },
  )
  if (given.scope === "later") await spreadHere(c, { id: phase })
  return result
}

type Longer = { until: string; because: string; lastDay: string; by: Changing["by"]; at: Date }

/** As many working days more for every later one: kept with the site in its phase, which is spread anew. */
const longer = async (c: C, one: Expected, { until, because, lastDay, by, at }: Longer) => {
  const { settings, table, random } = c.var.world
  const calendar = calendarHere(c)
  const [phase, stored] = await Promise.all([calendar.phase(one.phase), calendar.periods()])
  const site = phase?.sites.find(({ organisation }) => organisation === one.organisation)
  const periods = phase ? periodsSet(phase, phase.sites, stored) : []
  const line = periods.find(({ id }) => id === one.round)?.line
  if (!phase || !site || !isDated(site) || !line || !one.covers) throw notOwed()
  const plain = { ...site, longer: site.longer.filter((each) => each.line !== line) }
  const rule = owedBy(phase, plain, periods, londonDate(at)).find(({ round }) => round === one.round)
  if (!rule) throw notOwed()
  const workingDays = workingDaysMore(rule.by, until)
  if (workingDays < 1)
    throw new Refused("not valid", {
      problems: [
        { question: "scope", says: "This gives no working day more: a later one would get none either" },
      ],
    })
  const more = { line, workingDays, from: one.covers.to, until: lastDay, because }
  const { sites: _, ...own } = phase
  return {
    later: { workingDays, until: lastDay },
    actions: [
      putSite(settings.programme, { ...site, longer: [...site.longer, more] }, site),
      putPhase(settings.programme, own, own),
      ...(await changesIn(table).next({
        record: recordOf(phase.id),
        move: "give more time",
        by: { actor: { id: by.person, name: by.name }, grant: { id: by.grant, role: roleOf(by) } },
        at,
        note: `${site.name}: ${because}`,
        salt: Buffer.from(random(12)).toString("base64url"),
      })),
    ],
  }
}

const roleOf = ({ role }: Changing["by"]) => (role === "calendar" ? "coordinator" : role)

const notOwed = () =>
  new Refused("not valid", {
    problems: [
      { question: "scope", says: "The dates of this site do not ask for it any longer: give this date only" },
    ],
  })

const who = ({ person, name }: Changing["by"]) => ({ person, name })

export const refusing = reasonForm("Refuse more time", "why more time is refused")
export const leaving = reasonForm("It is not needed this time", "why it is not needed this time")
export const needing = reasonForm("It is needed after all", "why it is needed after all")

/** The date stands, and whoever asked hears why. */
export const refuseTime = async (c: C, given: Given, key: MoveKey): Promise<Decided> => {
  await returnToDecide(c)
  return deciding(c, { move: "refuse more time", letter: "time refused", key }, (one, _by, at) => ({
    after: refusedTime(one),
    because: reasonIn(refusing, given, at),
  }))
}

/** Nothing is wanted of the site this time, and nobody asks it for anything. */
export const notNeeded = async (c: C, given: Given, key: MoveKey): Promise<Decided> => {
  await returnToDecide(c)
  return deciding(c, { move: "not needed", letter: "not needed", key }, (one, by, at) => {
    const because = reasonIn(leaving, given, at)
    return { after: notNeededThisTime(one, because, who(by), at), because }
  })
}

/** It is wanted again, by the date it had. */
export const needed = async (c: C, given: Given, key: MoveKey): Promise<Decided> => {
  await returnToDecide(c)
  return deciding(c, { move: "needed after all", letter: "needed after all", key }, (one, _by, at) => ({
    after: neededAfterAll(one, at),
    because: reasonIn(needing, given, at),
  }))
}

const reasonIn = (section: ReturnType<typeof reasonForm>, given: Given, at: Date) =>
  reasoned.parse(answered(section, given, at)).because
