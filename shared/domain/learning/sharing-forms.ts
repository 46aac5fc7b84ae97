import { choice, choices, declaration, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { topics } from "../coaching/session-kinds.ts"
import { learningLevels } from "./idea.ts"

/** The sites somebody may speak for: by id, with what each is called. */
export type Sites = Readonly<Record<string, string>>

const nobody = declaration({
  label: "Nobody can be recognised from this",
  called: "that nobody can be recognised from this",
  statement: [
    "No person who draws on care, family member or colleague can be recognised from these words.",
    "They do not say which site this is.",
  ],
})

const wanted = choice({
  label: "Who is it for?",
  called: "who it is for",
  hint: "The coordinators read it first. They never share it further than you say.",
  options: { community: learningLevels.community, public: "Everybody, on a public page" },
})

/** Asked only of whoever belongs to several sites. */
export const areSeveral = (sites: Sites) => Object.keys(sites).length > 1

const whichSite = (options: Sites) =>
  choice({
    label: "Which of your sites is it from?",
    called: "which site it is from",
    hint: "Coordinators alone see this.",
    options,
  })

/** One idea, straight from somebody. */
export const shareForm = (sites: Sites = {}): Section =>
  section({
    id: "share",
    title: "Share what you have learned",
    minutes: 3,
    intro: "One idea that somebody at another site could use tomorrow.",
    asks: {
      text: longText({
        label: "What have you learned?",
        called: "what you have learned",
        hint: "What you did, what came of it, and what you would do again.",
        words: 60,
      }),
      tags: choices({
        label: "What is it about?",
        called: "what it is about",
        hint: "Select one, or two where it is truly about both.",
        options: topics,
      }),
      wanted,
      ...(areSeveral(sites) && { site: whichSite(sites) }),
      nobody,
    },
    checks: [
      {
        at: "tags",
        needs: ["tags"],
        holds: ({ tags }) => tags.length <= 2,
        otherwise: "Select one or two that it is about",
      },
    ],
  })

/** Good news, straight from a practitioner. */
export const goodNewsForm = (sites: Sites = {}): Section =>
  section({
    id: "good-news",
    title: "Share good news",
    minutes: 2,
    intro: "Something that went well, in your own words.",
    asks: {
      text: longText({
        label: "What went well?",
        called: "what went well",
        hint: "What happened, and what it changed. Leave out names, ages and places.",
        words: 60,
      }),
      wanted,
      ...(areSeveral(sites) && { site: whichSite(sites) }),
      nobody,
    },
  })
