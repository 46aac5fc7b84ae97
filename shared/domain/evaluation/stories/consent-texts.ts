/**
 * The words of the consent to a story, in one place. An information-governance officer has to check them before they are
 * used with anybody: until one has, every page that shows them says so. A change of a word is a new edition.
 */
export const consentEdition = "1"

export const consentNotice =
  "The words of this consent are a draft: an information-governance officer has to check them before they are used with anybody."

/** What a story may be used for, each asked for by itself and answered yes or no. */
export const uses = {
  team: {
    label: "May the pilot team read it?",
    called: "whether the pilot team may read it",
    words: "The pilot team",
    hint: "The team at the council, its coach, the evaluator and the programme coordinators",
  },
  sites: {
    label: "May other sites read it?",
    called: "whether other sites may read it",
    words: "Other sites",
    hint: "People who work in the pilots at other councils",
  },
  council: {
    label: "May it be in council meetings and papers?",
    called: "whether it may be in council meetings and papers",
    words: "Council meetings and papers (public)",
    hint: "These are public: anybody can read them, for a long time",
  },
  reports: {
    label: "May it be in reports and on the website?",
    called: "whether it may be in reports and on the website",
    words: "Reports and the website",
    hint: "Anybody can read them, and may keep a copy",
  },
  training: {
    label: "May it be used in training?",
    called: "whether it may be used in training",
    words: "Training",
    hint: "Social workers and students learn from it",
  },
  press: {
    label: "May newspapers, radio or television have it?",
    called: "whether the press may have it",
    words: "The press",
    hint: "Nobody can take back what was printed or broadcast",
  },
} as const
export type Use = keyof typeof uses
export const useNames = Object.keys(uses) as Use[]

/** Who decided that a story is shared, and how. That a family agreed is none of these. */
export const deciders = {
  person: {
    words: "The person, who is 16 or over, with support to decide",
    says: "They understood what it is for, who may read it and that they can stop it, and decided themselves.",
  },
  parent: {
    words: "Under 16: somebody with parental responsibility, and the young person’s own view",
    says: "Somebody with parental responsibility decided, and the young person said what they think themselves.",
  },
  attorney: {
    words: "An attorney or a court-appointed deputy for health and welfare",
    says: "Somebody who holds this power for health and welfare decided, and their document was seen.",
  },
  "best interests": {
    words: "A decision in the person’s best interests, under the Mental Capacity Act 2005",
    says: "The person could not decide this, with every support. Somebody decided in their best interests, with those who know them.",
  },
} as const
export type Decider = keyof typeof deciders

/** How old somebody is, never nearer than this. */
export const ageBands = {
  "under 16": "Under 16",
  "16 or 17": "16 or 17",
  "18 to 25": "18 to 25",
  "26 to 39": "26 to 39",
  "40 to 64": "40 to 64",
  "65 or over": "65 or over",
} as const
export type AgeBand = keyof typeof ageBands

export const isUnder18 = (band: AgeBand) => band === "under 16" || band === "16 or 17"

/** Who can decide for whom: under 16 nobody alone, and from 16 on no parent. */
export const decidersFor: Record<AgeBand, readonly Decider[]> = {
  "under 16": ["parent"],
  "16 or 17": ["person", "attorney", "best interests"],
  "18 to 25": ["person", "attorney", "best interests"],
  "26 to 39": ["person", "attorney", "best interests"],
  "40 to 64": ["person", "attorney", "best interests"],
  "65 or over": ["person", "attorney", "best interests"],
}

/** How somebody saw the form of the story that others read. */
export const seenHow = {
  read: "They read it themselves",
  "read to them": "It was read to them",
  "easy read": "In easy read or pictures",
  recording: "As a recording or a film",
  aid: "With their own way of communicating",
} as const

/** Who asks that a story stops, and how: nobody is asked why. */
export const stopAskers = {
  person: "The person themselves",
  trusted: "Somebody they trust",
  decided: "Whoever decided for them",
  site: "The site, by itself",
} as const

export const stopWays = {
  phone: "By telephone",
  paper: "On paper",
  spoken: "In a conversation",
  message: "By email or message",
  none: "Nobody asked: the site decided",
} as const
