import type { Programme } from "../../../shared/domain/calendar/programme.ts"
import { type Site, sites } from "./sites.ts"
import { sources } from "./sources.ts"

type SitePhase = Programme["phases"][number]["sites"][number]

const pounds = (amount: number) => amount * 100
const site = (id: Site, note: string, award?: number): SitePhase => ({
  organisation: id,
  name: sites[id],
  ...(award !== undefined && { award: pounds(award) }),
  note,
})

const notPublished = "Award not published."

/** What is published of the Named Social Worker pilots. What is not published is left out, never worked out. */
export const programme: Programme = {
  id: "named-social-worker",
  name: "Named Social Worker pilots",
  department: "Department of Health",
  demonstration: true,
  about: [
    "A named social worker is a dedicated worker for a person with a learning disability, autism or a mental health condition: the main contact for the person and their family, and a professional voice of challenge across the system.",
    "The Department of Health paid for the pilots. The Innovation Unit and the Social Care Institute for Excellence supported the councils and looked at what changed.",
  ],
  phases: [
    {
      id: "NSW1",
      title: "Phase 1, October 2016 to March 2017",
      about: "Six councils for six months. All of them chose to work with people with learning disabilities.",
      envelope: pounds(460_000),
      sites: [
        site("calderdale", `${notPublished} Left after phase 1.`),
        site("camden", `${notPublished} Two social workers. Left after phase 1.`),
        site("hertfordshire", `${notPublished} Eight named social workers. Stayed for phase 2.`),
        site("liverpool", `${notPublished} Stayed for phase 2.`),
        site("nottingham", `${notPublished} Left after phase 1.`),
        site("sheffield", `${notPublished} Stayed for phase 2.`),
      ],
      sources: [sources.opening, sources.sixCouncils, sources.workers, sources.split],
    },
    {
      id: "NSW2",
      title: "Phase 2, 2017 to 2018",
      about:
        "Three councils of phase 1 stayed and three joined. Sources differ on the dates: Halton's minutes say September 2017 to April 2018, the trade press October 2017 to March 2018. They differ on the £400,000 too: one reads as if it were for the three that joined, others as if it were for all six.",
      envelope: pounds(400_000),
      sites: [
        site("bradford", "Joined in phase 2. About 40 people planned.", 50_000),
        site(
          "halton",
          "Joined in phase 2. September 2017 to April 2018; 17 people, 5 staff, in the Transition Team.",
          92_827,
        ),
        site("hertfordshire", notPublished),
        site("liverpool", notPublished),
        site("sheffield", "Stayed from phase 1.", 23_854),
        site("shropshire", "Joined in phase 2.", 60_692),
      ],
      sources: [
        sources.invitation,
        sources.split,
        sources.joining,
        sources.yorkshire,
        sources.halton,
        sources.shropshire,
        sources.haltonBoard,
        sources.sector,
      ],
    },
  ],
}
