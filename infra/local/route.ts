export type FunctionName =
  | "front"
  | "site"
  | "programme"
  | "planning"
  | "department"
  | "decisions"
  | "funding"
  | "paying"
  | "money"
  | "workbook"
  | "evidence"
  | "coaching"
  | "pilot"
  | "support"
  | "learning"
  | "evaluation"
  | "stories"
  | "tally"
  | "findings"
  | "voice"
  | "account"
  | "feed"
  | "local"

const organisation = /^(?:\/api)?\/organisations\/[^/]+(?<people>\/people(?:\/|$))?/

/** People and their invitations are one function's, wherever they stand. */
const programmePeople = /^(?:\/api)?\/programme\/people(?:\/|$)/

/** What is prepared and published is one function's; questions about a round wait at the programme's desk. */
const planning =
  /^(?:\/api)?\/programme\/(?:phases|organisations|rounds(?!\/[^/]+\/questions(?:\/|$)))(?:\/|$)/

const programme = /^(?:\/api)?\/programme(?:\/|$)/

/** The selection panel at work. */
const department = /^(?:\/api)?\/department(?:\/|$)/

/** What becomes of a round once it is read, and the link for the private office. */
const decisions =
  /^(?:(?:\/api)?\/department\/rounds\/[^/]+\/(?:(?:ranking|scores\.csv|decisions|decisions\.csv|portfolio|telling|announcement|phase|foi)|expressions\/[^/]+\/(?:moderation|decision|feedback))|\/announcements)(?:\/|$)/

const account = /^\/sign-in\/department(?:\/|$)/

/** The money of every site; files that show it are one function's, wherever they stand. */
const funding = /^(?:\/api)?\/funding(?<evidence>\/evidence)?(?:\/|$)/

/** What is paid, comes back, is checked and closed. */
const paying =
  /^(?:\/api)?\/funding\/(?:(?:payments|payments\.csv|payer-files)|phases\/[^/]+\/(?:sample|sites\/[^/]+\/(?:payments|recoveries|reconcile|close|checks)))(?:\/|$)/

/** What of an organisation's is answered by a function of its own. */
const own =
  /^(?:\/api)?\/organisations\/[^/]+\/(?:(?<money>money)|(?<evidence>evidence)|(?<coaching>coaching|actions(?:\.csv)?)|(?<evaluation>evaluation)|(?<stories>stories)|(?<tally>tally)|submissions\/[^/]+\/(?<workbook>workbook))(?:\/|$)/

const inside = ["money", "workbook", "evidence", "coaching", "evaluation", "stories", "tally"] as const

/**
 * Of the pilot of a site: its plan, how it is going, its risks, and what is made from the record of its coaching; and what
 * of it is measured.
 */
const pilot =
  /^(?:\/api)?\/organisations\/[^/]+\/(?:coaching\/[^/]+\/(?:(?:plan|going|risks|brief|handover|highlights)|plan\.csv|plan\.txt|going\.csv|risks\.csv)|evaluation\/[^/]+\/plan(?:\.csv|\.txt)?)(?:\/|$)/

/** The coaching of every site, and what sites share with each other and with everybody. */
const acrossSites = /^(?:\/api)?\/(?:(?<support>support)|learning|learned)(?:\/|$)/

/** What is found across sites; and what is for everybody, without an account. */
const findings = /^(?:\/api)?\/findings(?:\/|$)/
const voice = /^(?:\/taking-part(?:\/|$)|\/tell-us\/.|(?:\/api)?\/reports(?:\/|$))/

/** A tally by the secret of a letter. */
const tallyByLetter = /^\/tally\/./

const calendar = /^\/calendar\/./

/** Which function answers which address, as the deployed API has it. `/local` is there in a local run only. */
export const functionFor = (path: string): FunctionName => {
  if (path === "/local" || path.startsWith("/local/")) return "local"
  if (calendar.test(path)) return "feed"
  if (account.test(path)) return "account"
  if (findings.test(path)) return "findings"
  if (voice.test(path)) return "voice"
  if (tallyByLetter.test(path)) return "tally"
  if (paying.test(path)) return "paying"
  const spent = funding.exec(path)
  if (spent) return spent.groups?.evidence ? "evidence" : "funding"
  if (pilot.test(path)) return "pilot"
  const named = own.exec(path)?.groups
  if (named) return inside.find((one) => named[one]) ?? "site"
  const across = acrossSites.exec(path)
  if (across) return across.groups?.support ? "support" : "learning"
  if (decisions.test(path)) return "decisions"
  if (department.test(path)) return "department"
  if (programmePeople.test(path)) return "front"
  if (planning.test(path)) return "planning"
  if (programme.test(path)) return "programme"
  const found = organisation.exec(path)
  return found && !found.groups?.people ? "site" : "front"
}
