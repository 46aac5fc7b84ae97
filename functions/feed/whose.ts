import { datesAtSite, datesInProgramme } from "../../shared/domain/calendar/dates.ts"
import { datesOfSessions } from "../../shared/domain/learning/community-dates.ts"
import type { Actor } from "../../shared/domain/people/actor.ts"
import { mayLearn } from "../../shared/domain/people/coaching-policy.ts"
import { mayAtSite, mayInProgramme } from "../../shared/domain/people/policy.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { communityIn } from "../../shared/store/community.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { backTo, expectedIn } from "../../shared/store/expected.ts"
import { feedsIn } from "../../shared/store/feeds.ts"
import { actorFrom, peopleIn } from "../../shared/store/people.ts"
import { addDays, atLondon, londonDate } from "../../shared/values/london.ts"
import type { World } from "../../shared/web/world.ts"
import type { Calendar } from "./calendar-file.ts"

/**
 * The calendar that a secret opens, by what its person may see at this moment. Of a secret that opens nothing
 * nothing more is read than that.
 */
export const calendarOf = async (secret: string, world: World): Promise<Calendar | undefined> => {
  const { table } = world
  const whose = await feedsIn(table).openedBy(secret)
  const known = whose && (await peopleIn(table).known(whose.person))
  if (!known) return undefined
  const actor = actorFrom(known, world.now())
  const sites = new Set(actor.grants.flatMap(({ organisation }) => organisation ?? []))
  const seen = [...sites].filter((one) => mayAtSite(actor, "see calendar", one))
  const inProgramme = mayInProgramme(actor, "see programme")
  const [own, programme] = await Promise.all([
    Promise.all(seen.map((one) => atSite(one, world))),
    inProgramme ? across(world) : [],
  ])
  const meets = inProgramme || own.some((dates) => dates.length > 0)
  const community = meets && mayLearn(actor, "be told of community sessions") ? await ofCommunity(world) : []
  const dates = [...own, programme, community]
  return {
    about: aboutFor(actor, seen.length > 0 || inProgramme, world),
    dates: dates.flat().sort((a, b) => a.to.localeCompare(b.to) || a.id.localeCompare(b.id)),
  }
}

const atSite = async (organisation: string, { table, now }: World) => {
  const at = now()
  return datesAtSite(await expectedIn(table).current(organisation, londonDate(at)), at)
}

/** Sessions of the community of practice: for whoever has a site with something due, or supports one. */
const ofCommunity = async ({ table, settings, now }: World) => {
  const dates = datesOfSessions(await communityIn(table, settings.programme).sessions())
  const oldest = oldestAt(now())
  return dates.filter(({ to }) => to >= oldest)
}

const oldestAt = (at: Date) => atLondon(addDays(londonDate(at), -backTo), "00:00").toISOString()

const across = async ({ table, settings, now }: World) => {
  const today = londonDate(now())
  const calendar = calendarIn(table, settings.programme)
  const [phases, periods, rounds] = await Promise.all([
    calendar.phases(),
    calendar.periods(),
    directoryIn(table).rounds(settings.programme),
  ])
  const oldest = oldestAt(now())
  return datesInProgramme({ phases, periods, rounds }, today).filter(({ to }) => to >= oldest)
}

const aboutFor = ({ grants }: Actor, sees: boolean, { settings }: World) => {
  const stop = `This address can be stopped at ${settings.origin}/home/calendar.`
  if (grants.length === 0) return `You have no access now: this calendar is empty. ${stop}`
  return sees ? `What is due and where it stands. ${stop}` : `Your role has no dates of its own here. ${stop}`
}
