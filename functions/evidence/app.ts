import { Hono } from "hono"
import { enterFunding, enterOrganisation, signedInOnly, whoIsIt } from "../../shared/web/door.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { apiOf } from "../../shared/web/operation.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { EvidenceWorld } from "../../shared/web/world.ts"
import { departmentEvidenceOperations, siteEvidenceOperations } from "./operations.ts"
import { addDepartmentEvidence, addSiteEvidence } from "./pages.ts"

const ofSite = "/organisations/:organisation"
const ofDepartment = "/funding"

/** The door comes before anything is read, on every address below these. */
export const evidenceApp = (world: EvidenceWorld) => {
  const app = serviceApp(world)
  for (const at of ["", "/api"]) {
    app.use(`${at}${ofSite}/*`, whoIsIt, signedInOnly, enterOrganisation)
    app.use(`${at}${ofDepartment}/*`, whoIsIt, signedInOnly, enterFunding)
  }
  app.route(`/api${ofSite}`, apiOf(siteEvidenceOperations(world.files), ofSite))
  app.route(`/api${ofDepartment}`, apiOf(departmentEvidenceOperations(world.files), ofDepartment))
  app.route(ofSite, addSiteEvidence(new Hono<SignedIn>(), world.files))
  app.route(ofDepartment, addDepartmentEvidence(new Hono<SignedIn>(), world.files))
  return app
}
