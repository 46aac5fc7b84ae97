import { organisations } from "../../infra/local/demonstration/organisations.ts"
import { phaseTwo } from "../../infra/local/demonstration/phase-two.ts"
import { siteIds } from "../../infra/local/demonstration/sites.ts"
import type { Round } from "../../shared/domain/calendar/round.ts"
import { existsOn } from "../../shared/domain/people/organisation.ts"
import { organisationRoles, type Role } from "../../shared/domain/people/role.ts"
import { sample } from "../../shared/kinds/expression-of-interest/facts.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { peopleIn } from "../../shared/store/people.ts"
import type { Client, Service } from "./service.ts"
import { shortForm } from "./submission.ts"

export type OrganisationRole = "lead" | "contributor" | "sponsor" | "certifier" | "governance"
export const ownRoles = organisationRoles as OrganisationRole[]

/** `domain` is the council's own mail domain: whoever is invited has an address there. */
export type Crew = { organisation: string; domain: string } & Record<OrganisationRole, Client>

const day = "2017-08-14"

/** Councils that may lead in the demonstration's open round and have nobody yet: each is taken once. */
const free = organisations()
  .filter((one) => existsOn(one, day) && one.domains.length > 0 && !siteIds.some((id) => id === one.id))
  .map(({ id, domains }) => ({ id, domain: domains[0] ?? "" }))

const from = "2016-06-01T00:00:00.000Z"
const to = "2019-01-01T00:00:00.000Z"

export const addressOf = (organisation: string, role: Role) => `${role}@${organisation}.example`

/** A council with one person in each role, signed in. */
const crewAt = async (service: Service, organisation: string, domain: string): Promise<Crew> => {
  const people = peopleIn(service.table)
  const clients: [string, Client][] = []
  for (const role of ownRoles) {
    const person = {
      id: `p-${organisation}-${role}`,
      name: `${organisation} ${role}`,
      email: addressOf(organisation, role),
    }
    const grant = { id: `g-${organisation}-${role}`, role, organisation, from, to, by: "tests" }
    await people.write([
      ...people.add(person),
      ...people.granting(person, grant),
      ...(role === "lead" ? [people.takingLead(organisation, person.id)] : []),
    ])
    clients.push([role, await service.as(person.email)])
  }
  return { organisation, domain, ...(Object.fromEntries(clients) as Record<OrganisationRole, Client>) }
}

/** A new council each time it is asked, with its crew. */
export const crews = (service: Service) => {
  const left = [...free]
  return async () => {
    const one = left.shift()
    if (!one) throw new Error("There are no councils left")
    return crewAt(service, one.id, one.domain)
  }
}

/** A round that asks for everything a round may ask for, and for all four signatures. */
export const fullRound: Round = {
  ...phaseTwo,
  id: "full-2017",
  phase: "NSWF",
  title: "Everything that can be asked",
  sections: sample.round.sections.map((id) => ({ id, because: "It is asked in tests" })),
  signatures: sample.round.signatures.map((role) => ({ role, because: "It is asked in tests" })),
}

/** The short form with all four signatures, and one section more that is about money. */
export const signedByFour: Round = {
  ...fullRound,
  id: "signed-by-four-2017",
  phase: "NSWS",
  title: "Signed by four",
  sections: fullRound.sections.filter(({ id }) => id === "profile"),
}

export const publishRounds = async ({ table }: Pick<Service, "table">) => {
  await directoryIn(table).publishRound(fullRound)
  await directoryIn(table).publishRound(signedByFour)
}

const profile = {
  profile: { practitioners: { "2017-18-q3": 9_000_000 }, travel: { "2017-18-q4": 282_700 } },
}

export const fourForm: Record<string, Record<string, unknown>> = { ...shortForm, profile }

/** Every answer of the full form; each free text names its own question, so that it is known again. */
export const fullForm: Record<string, Record<string, unknown>> = {
  ...shortForm,
  need: {
    need: "The need-need text.",
    proposal: "The need-proposal text.",
    coproduction: "The need-co text.",
  },
  practitioners: { practitioners: 3, fte: 2.5 },
  partners: {
    partners: [
      { name: "The partner-name text", sector: "nhs", commits: "The partner-commits text", confirmed: true },
    ],
  },
  measures: {
    measures: [
      {
        indicator: "The indicator text",
        source: "The source text",
        baseline: false,
        owner: "The owner text",
      },
    ],
  },
  profile,
  risks: { risks: [{ risk: "The risk text", likelihood: 2, impact: 4, mitigation: "The mitigation text" }] },
  backfill: { starts: "2017-10-02", cover: "The cover text.", recruitmentWeeks: 6 },
  sustaining: { sustaining: "The sustaining text." },
  coaching: { roomForCoaching: true, daysAMonth: 1.5, how: "The coaching text." },
  governance: {
    financeContact: { name: "Finance contact", jobTitle: "Deputy 151", email: "finance@halton.example" },
    governanceContact: { name: "Guardian contact", jobTitle: "Guardian", email: "guardian@halton.example" },
    dpia: "in-hand",
  },
}
