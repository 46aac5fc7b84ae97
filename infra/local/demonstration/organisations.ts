import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { councils } from "../../reference/councils.ts"
import { domainOf, type Site, siteIds } from "./sites.ts"

/** Every council, and for the nine a mail domain that their demonstration people are at. */
export const organisations = (): Organisation[] =>
  councils().map((one) => (isSite(one.id) ? { ...one, domains: [...one.domains, domainOf(one.id)] } : one))

const isSite = (id: string): id is Site => siteIds.some((site) => site === id)
