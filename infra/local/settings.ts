import type { Identity, Settings } from "../../shared/web/world.ts"
import { programme } from "./demonstration/programme.ts"

/** The telephone number is one that Ofcom keeps for drama: it rings nowhere. */
export const settingsFor = (origin: string, linkKey: string, identity?: Identity): Settings => ({
  origin,
  serviceName: programme.name,
  programme: programme.id,
  demonstration: programme.demonstration,
  contact: {
    name: "Programme team (demonstration)",
    email: "programme@innovation-unit.example",
    phone: "020 7946 0000",
    address: "Programme team, PO Box 1, Nowhere (invented)",
  },
  linkKey,
  ...(identity && { identity }),
})
