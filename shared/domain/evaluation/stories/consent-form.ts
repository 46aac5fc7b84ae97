import { choice, date, declaration, longText, text, yesNo } from "../../../form/questions/index.ts"
import { type Section, section } from "../../../form/section.ts"
import { addMonths, type PlainDate } from "../../../values/london.ts"
import { reviewMonths } from "./consent.ts"
import {
  type AgeBand,
  ageBands,
  consentNotice,
  type Decider,
  deciders,
  decidersFor,
  isUnder18,
  seenHow,
  useNames,
  uses,
} from "./consent-texts.ts"

type Asked = { band: AgeBand; today: PlainDate }

/** What is asked each time somebody is asked about a story: by whom it was decided depends on how old they are. */
export const consentForm = ({ band, today }: Asked): Section =>
  section({
    id: "consent",
    title: "Who may read this story",
    minutes: 10,
    intro: `Ask each question by itself, and take your time. ${consentNotice}`,
    asks: { ...ageAsks(band), ...decidedAsks(band), ...useAsks, ...seenAsks(band, today) },
    checks: [
      {
        at: "youngAgrees",
        needs: ["youngAgrees"],
        holds: ({ youngAgrees }) => youngAgrees === true,
        otherwise: "The young person says no: their story is not shared",
      },
      {
        at: "askedOn",
        needs: ["askedOn", "seenOn"],
        holds: ({ askedOn, seenOn }) => seenOn <= askedOn,
        otherwise: "They see the story before they are asked: the day they were asked cannot be before it",
      },
    ],
  })

/** At 16 and at 18 somebody else decides: the words of the story say how old they are, and are checked again. */
const ageAsks = (band: AgeBand) => ({
  ...(isUnder18(band) && {
    still: declaration({
      label: "How old they are",
      called: "how old they are",
      statement: [
        `They are still ${ageBands[band].toLowerCase()}.`,
        "Where they are older now, change that in the story first: from 16 on they decide themselves, and at 18 they are asked again.",
      ],
    }),
  }),
})

const decidedAsks = (band: AgeBand) => {
  const may = decidersFor[band]
  const options = Object.fromEntries(may.map((one) => [one, deciders[one].words])) as Record<Decider, string>
  const when = (is: Decider) => ({ question: "decided", is })
  return {
    decided: choice({
      label: "Who decided?",
      called: "who decided",
      hint: "Wherever they can, the person decides. Whoever decides knows what it is for, who may read it, and that it can be stopped at any time.",
      options,
    }),
    support: longText({
      label: "What helped them to decide?",
      called: "what helped them to decide",
      hint: "For example, somebody they trust, easy read, more time",
      words: 60,
      optional: true,
      when: when("person"),
    }),
    responsibility: declaration({
      label: "Parental responsibility",
      called: "that whoever decided has parental responsibility",
      statement: ["Whoever decided has parental responsibility for this young person."],
      when: when("parent"),
    }),
    youngAgrees: yesNo({
      label: "Does the young person want their story told?",
      called: "whether the young person wants their story told",
      when: when("parent"),
    }),
    ownView: longText({
      label: "What does the young person say about it?",
      called: "what the young person says about it",
      hint: "In their own words, or how they showed it",
      words: 60,
      when: when("parent"),
    }),
    power: choice({
      label: "What power do they hold?",
      called: "what power they hold",
      options: {
        attorney: "Lasting power of attorney for health and welfare",
        deputy: "Deputy for health and welfare, appointed by the Court of Protection",
      },
      when: when("attorney"),
    }),
    document: declaration({
      label: "Their document",
      called: "that their document was seen",
      statement: ["Their document was seen, it is for health and welfare, and it is in force."],
      when: when("attorney"),
    }),
    decisionMaker: text({
      label: "Who made the decision?",
      called: "who made the decision",
      hint: "A role, or the name of somebody who works there",
      upTo: 120,
      when: when("best interests"),
    }),
    consulted: longText({
      label: "Who was asked?",
      called: "who was asked",
      hint: "For example, their sister, their key worker, their advocate. No names",
      words: 60,
      when: when("best interests"),
    }),
    helps: longText({
      label: "Why does it help this person that their story is shared?",
      called: "why it helps this person",
      hint: "This person, not others. The pilot team alone reads it, unless the officer says why more.",
      words: 100,
      when: when("best interests"),
    }),
  }
}

const useAsks = Object.fromEntries(
  useNames.map((use) => {
    const { label, called, hint } = uses[use]
    return [use, yesNo({ label, called, hint })]
  }),
)

const seenAsks = (band: AgeBand, today: PlainDate) => ({
  seenOn: date({
    label: "When did they see the story as others will read it?",
    called: "the day they saw the story",
    hint: "The words as they are now, not an earlier draft",
    notAfter: today,
  }),
  seenHow: choice({ label: "How did they see it?", called: "how they saw it", options: seenHow }),
  easyRead: yesNo({
    label: "Was an easy-read form used to ask them?",
    called: "whether an easy-read form was used",
  }),
  askedBy: text({
    label: "Who asked?",
    called: "who asked",
    hint: "A role, or the name of somebody who works there. Better somebody who is not their named social worker",
    upTo: 120,
  }),
  askedOn: date({ label: "When were they asked?", called: "the day they were asked", notAfter: today }),
  reviewBy: date({
    label: "By when are they asked again?",
    called: "the day by which they are asked again",
    hint: isUnder18(band)
      ? "Within a year, and before they turn 18 where that comes first: at 18 they are asked themselves. After this day nobody else reads it until they were asked again"
      : "Within two years. After this day nobody else reads it until they were asked again",
    notBefore: today,
    notAfter: addMonths(today, reviewMonths(band)),
  }),
})
