import { atLondon, londonDate } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import type { ExpectedState } from "../calendar/state.ts"
import { type Role, roles } from "../people/role.ts"
import { type NoticeName, noticeOf, type Told } from "./notices.ts"
import type { NoticeItem, NoticeLetter } from "./words.ts"

const due = atLondon("2018-01-22", "17:00").toISOString()
const locks = atLondon(addWorkingDays("2018-01-22", 20), "17:00").toISOString()

const standing: { state: ExpectedState; whoHasIt: string }[] = [
  { state: "not open yet", whoHasIt: "nobody has begun it" },
  { state: "not started", whoHasIt: "nobody has begun it" },
  { state: "missing", whoHasIt: "nobody has begun it" },
  { state: "not received", whoHasIt: "nobody has begun it" },
  { state: "in hand", whoHasIt: "being written, last by Ann Example" },
  { state: "waiting", whoHasIt: "Chris Example, section 151 officer" },
]

/** The letter of a notice to each who is told, about a site that is invented. */
export const exampleOf = (notice: NoticeName): { to: string; letter: NoticeLetter }[] => {
  const { tells } = noticeOf(notice)
  const all = standing.flatMap((one) => (tells[one.state] ?? []).map((told) => ({ told, ...one })))
  const once = all.filter(({ told }, at) => all.findIndex((one) => one.told === told) === at)
  return once.map(({ told, state, whoHasIt }) => {
    const role = roleOf(told)
    return {
      to: told === "whoever must sign" ? told : roles[told].words,
      letter: {
        letter: "notices",
        id: "example",
        programme: "example",
        person: "example",
        name: roles[role].at === "organisation" ? "Ann Example" : "Sam Example",
        email: "ann@exampleshire.example.gov.uk",
        on: dayOf(notice),
        items: [itemOf(notice, role, state, whoHasIt)],
        chases: [],
      },
    }
  })
}

const roleOf = (told: Told): Role => (told === "whoever must sign" ? "certifier" : told)

const dayOf = (notice: NoticeName) => {
  const { from, workingDays } = noticeOf(notice)
  return addWorkingDays(londonDate(new Date(from === "by" ? due : locks)), workingDays)
}

const itemOf = (notice: NoticeName, role: Role, state: ExpectedState, whoHasIt: string): NoticeItem => {
  const { about, needs } = noticeOf(notice)
  const owed = about !== "begun"
  const signed = needs === "certifier" || state === "waiting"
  return {
    notice,
    organisation: "exampleshire",
    organisationName: "Exampleshire County Council (invented)",
    round: "example-1-spending-2017-12-31",
    title: titleOf(owed, signed),
    rule: owed ? "due" : "closes",
    by: due,
    ...(owed && { locks }),
    state,
    whoHasIt,
    role,
    ...(state !== "not started" && state !== "not open yet" && !owed && { reference: "EXA1-EXA-E-7K3PQ4" }),
    ...(signed && { missing: [`the signature of the ${roles.certifier.words}`] }),
    ...(owed && !signed && { nil: true as const }),
  }
}

const titleOf = (owed: boolean, signed: boolean) => {
  if (!owed) return "Example pilots: expression of interest"
  return signed ? "Statement of grant usage" : "Spending update, October to December 2017"
}
