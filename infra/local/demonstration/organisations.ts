import { readFileSync } from "node:fs"
import { type Organisation, organisation } from "../../../shared/domain/people/organisation.ts"
import { domainOf, type Site, siteIds } from "./sites.ts"

const file = new URL("../../reference/councils.json", import.meta.url)

/** Every council, and for the nine a mail domain that their demonstration people are at. */
export const organisations = (): Organisation[] => {
  const councils: Record<string, unknown>[] = JSON.parse(readFileSync(file, "utf8"))
  return councils
    .map(({ type: _, ...council }) => organisation.parse({ ...council, kind: "council" }))
    .map((one) => (isSite(one.id) ? { ...one, domains: [...one.domains, domainOf(one.id)] } : one))
}

const isSite = (id: string): id is Site => siteIds.some((site) => site === id)
