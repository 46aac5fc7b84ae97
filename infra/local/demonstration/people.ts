import type { Grant } from "../../../shared/domain/people/grant.ts"
import { type Role, roles } from "../../../shared/domain/people/role.ts"
import type { Person } from "../../../shared/store/people.ts"
import { atLondon } from "../../../shared/values/london.ts"
import { domainOf, type Site, siteIds, sites } from "./sites.ts"

export type Demonstrated = {
  person: Person
  grants: Grant[]
  /** The organisation this person is the lead of. */
  leads?: string
}

/** Nobody here is a real person: each is a role of a council or of the programme. */
export const demonstrationPeople = (): Demonstrated[] => [
  ...siteIds.flatMap((site) => atSite.map(([mailbox, role]) => siteMember(site, mailbox, role))),
  financePartner,
  ...inProgramme.map(([mailbox, role]) => programmeMember(mailbox, role)),
]

const atSite: [mailbox: string, Role][] = [
  ["site-lead", "lead"],
  ["contributor", "contributor"],
  ["sponsor", "sponsor"],
  ["section-151", "certifier"],
  ["governance", "governance"],
]

const inProgramme: [email: string, Role][] = [
  ["coach@innovation-unit.example", "coach"],
  ["coordinator@innovation-unit.example", "coordinator"],
  ["evaluator@scie.example", "evaluator"],
  ["reader@doh.example", "reader"],
  ["second-reader@doh.example", "reader"],
  ["adviser@lived-experience.example", "adviser"],
  ["chair@doh.example", "chair"],
  ["decision-maker@doh.example", "decision-maker"],
  ["finance@doh.example", "finance"],
  ["administrator@doh.example", "administrator"],
]

const from = atLondon("2016-06-01", "00:00").toISOString()
const to = atLondon("2019-01-01", "00:00").toISOString()
const grant = (role: Role, organisation?: string): Grant => ({
  id: organisation ? `g-${organisation}-${role}` : `g-${role}`,
  role,
  ...(organisation && { organisation }),
  from,
  to,
  by: "demonstration",
})

const siteMember = (site: Site, mailbox: string, role: Role): Demonstrated => ({
  person: {
    id: `p-${site}-${mailbox}`,
    name: `${sites[site]} ${roles[role].words} (demonstration)`,
    email: `${mailbox}@${domainOf(site)}`,
  },
  grants: [grant(role, site)],
  ...(role === "lead" && { leads: site }),
})

/** One finance partner may stand in for the section 151 officers of two councils. */
const financePartner: Demonstrated = {
  person: {
    id: "p-halton-finance-partner",
    name: "Halton and Shropshire finance partner (demonstration)",
    email: `finance-partner@${domainOf("halton")}`,
  },
  grants: [grant("certifier", "halton"), grant("certifier", "shropshire")],
}

const programmeMember = (email: string, role: Role): Demonstrated => {
  const which = email.startsWith("second-") ? "second " : ""
  return {
    person: {
      id: `p-${which.replace(" ", "-")}${role}`,
      name: `${capital(`${which}${roles[role].words}`)} (demonstration)`,
      email,
    },
    grants: [grant(role)],
  }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
