import type { Move } from "./acts.ts"
import { bradford } from "./coaching-bradford.ts"
import { community } from "./coaching-community.ts"
import { going } from "./coaching-going.ts"
import { haltonAutumn } from "./coaching-halton-autumn.ts"
import { haltonPlan } from "./coaching-halton-plan.ts"
import { haltonSpring } from "./coaching-halton-spring.ts"
import { haltonWinter } from "./coaching-halton-winter.ts"
import { liverpool } from "./coaching-liverpool.ts"
import { shropshire } from "./coaching-shropshire.ts"
import { stayed } from "./coaching-staying.ts"

/** A year of coaching at six sites, mostly at Halton. What is published stands as it is; everything else is invented. */
export const coaching: Move[] = [
  ...haltonPlan,
  ...haltonAutumn,
  ...haltonWinter,
  ...haltonSpring,
  ...bradford,
  ...shropshire,
  ...stayed,
  ...liverpool,
  ...going,
  ...community,
]
