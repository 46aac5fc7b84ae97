import * as z from "zod"

export const organisationKinds = {
  council: "Council",
  nhs: "NHS body",
  "transforming-care-partnership": "Transforming Care Partnership",
  other: "Another organisation",
} as const

/** Where the programme's own people stand among organisations: no organisation has this for its id. */
export const programmeItself = "programme"

/** An organisation that may bid or run a pilot. Its id stands in addresses for ever. */
export const organisation = z.object({
  id: z.string().refine((id) => id !== programmeItself, "This id is the programme’s own"),
  name: z.string(),
  shortName: z.string(),
  /** What it was called before, and since when each name counts: oldest first, today's last. Only where it changed. */
  names: z
    .array(z.object({ name: z.string(), shortName: z.string(), from: z.string().optional() }))
    .optional(),
  /** Three or more letters, in references. */
  code: z.string(),
  kind: z.enum(Object.keys(organisationKinds) as [keyof typeof organisationKinds]),
  region: z.string().optional(),
  gss: z
    .array(z.object({ code: z.string(), from: z.string().optional(), to: z.string().optional() }))
    .default([]),
  /** Its own mail domains: an address there may start for it. Shared domains are never listed. */
  domains: z.array(z.string()).default([]),
  from: z.string().optional(),
  to: z.string().optional(),
  successors: z.array(z.string()).optional(),
  /** When somebody last changed it here: from then on an import leaves it as it is. */
  changedAt: z.iso.datetime().optional(),
})
export type Organisation = z.infer<typeof organisation>

/** Whether an organisation is there on a day: one that has ended keeps its record, and opens no door. */
export const existsOn = ({ from, to }: Pick<Organisation, "from" | "to">, day: string) =>
  (!from || from <= day) && (!to || day <= to)

/** Mail domains that many organisations share: being at one says nothing about where somebody works. */
const shared = [
  "nhs.net",
  "nhs.uk",
  "gov.uk",
  "gmail.com",
  "outlook.com",
  "hotmail.com",
  "yahoo.co.uk",
  "icloud.com",
  "ac.uk",
  "co.uk",
  "org.uk",
  "police.uk",
  "sch.uk",
]

/** Whether a mail domain is no organisation's own. */
export const isShared = (domain: string) => shared.includes(domain)

/** What an organisation was called on a day: what was sent then stays as it was sent. */
export const nameOn = ({ name, names = [] }: Pick<Organisation, "name" | "names">, day: string) =>
  names.findLast(({ from }) => !from || from <= day)?.name ?? names[0]?.name ?? name

/** The organisation's domain that an address belongs to, if any: itself or a name under it. */
export const domainsOf = (email: string): string[] => {
  const labels = (email.split("@").at(-1) ?? "").toLowerCase().split(".")
  return labels
    .map((_, index) => labels.slice(index).join("."))
    .filter((domain) => domain.includes(".") && !shared.includes(domain))
}
