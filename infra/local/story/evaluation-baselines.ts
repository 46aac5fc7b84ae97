import type { Move } from "./acts.ts"
import { calls } from "./acts.ts"
import { finishes } from "./coaching-acts.ts"
import {
  accepts,
  asks,
  count,
  days,
  evaluates,
  evaluator,
  none,
  notKnown,
  reviews,
  sendsAgain,
  settles,
  share,
} from "./evaluation-acts.ts"
import { lead, move } from "./returns.ts"
import { coordinator } from "./selection-acts.ts"

const nobodyYet = none("Nobody had a named social worker before it began (invented).")

/** Two figures are not known yet: each has its day. It is due when the others' are, since its visit was at the same time. */
const halton: Move[] = [
  move(
    "2017-10-19",
    "10:00",
    lead("halton"),
    calls("/organisations/halton/returns/nsw2-baseline-2017-10-01/more-time", {
      until: "2017-11-24",
      reason: "The evaluation visit is on 24 October; the measures are agreed after it (invented).",
    }),
  ),
  move(
    "2017-10-19",
    "15:00",
    coordinator,
    calls("/programme/sites/halton/returns/nsw2-baseline-2017-10-01/time", {
      until: "2017-11-24",
      because: "The day on which the other sites send theirs (invented).",
      scope: "this",
    }),
  ),
  ...evaluates("halton", "baseline", {
    begun: "2017-11-13",
    sent: ["2017-11-16", "15:20"],
    form: {
      beginning: { first: "2017-09-18", asOf: "2017-09-15" },
      people: {
        people: count(0),
        kept: nobodyYet,
        "settled-home": notKnown("The housing team sends its list in January (invented).", "2018-01-31"),
      },
      workers: {
        "challenges-formal": count(0),
        "challenges-meeting": count(0),
        "protected-days": days(0, 4, { method: "The rota of August (invented)" }),
        own: notKnown("Minutes of 2016 are on paper, and are being counted (invented).", "2018-02-09"),
      },
      system: {
        admissions: count(3, {
          on: "2017-08-31",
          method: "Case records of the twelve months before (invented)",
        }),
        discharges: count(1, { on: "2017-08-31" }),
        "challenges-changed": none("No challenge was noted before it began (invented)."),
      },
    },
  }),
  accepts("halton", "baseline", ["2017-12-04", "11:00"]),
  move(
    "2018-01-30",
    "14:00",
    lead("halton"),
    finishes(
      "halton",
      "Give “A settled home”",
      "The list of the housing team came; it is in the final evaluation (invented).",
    ),
  ),
  move(
    "2018-02-08",
    "14:00",
    lead("halton"),
    finishes(
      "halton",
      "Give “Reviews that",
      "The minutes are counted: it is in the final evaluation (invented).",
    ),
  ),
]

const bradford: Move[] = [
  ...evaluates("bradford", "baseline", {
    begun: "2017-11-17",
    sent: ["2017-11-22", "16:00"],
    form: {
      beginning: { first: "2017-10-16", asOf: "2017-10-02" },
      people: { people: count(0), kept: nobodyYet, own: share(14, 40) },
      workers: {
        "challenges-formal": count(1),
        "challenges-meeting": count(5),
        "protected-days": days(0, 4),
      },
      system: { admissions: count(7), discharges: count(6), "challenges-changed": share(2, 6) },
    },
  }),
  ...asks("bradford", "baseline", {
    on: ["2017-11-27", "10:00"],
    about: "people",
    text: "14 of 40 were visited, and nobody had a named social worker. Who are the 40? (invented)",
    answerBy: "2017-12-01",
    answer:
      "The forty whom we asked to take part in October. They were visited by whoever was on duty (invented).",
    answered: ["2017-11-29", "11:00"],
  }),
  move("2017-12-01", "10:40", evaluator, settles("bradford", "baseline")),
  accepts("bradford", "baseline", ["2017-12-01", "11:00"]),
]

const shropshire: Move[] = [
  ...evaluates("shropshire", "baseline", {
    begun: "2017-11-20",
    sent: ["2017-11-24", "12:00"],
    form: {
      beginning: { asOf: "2017-11-01", first: "2018-02-05" },
      people: { people: count(0), kept: nobodyYet },
      workers: {
        "challenges-formal": count(0),
        "challenges-meeting": count(1),
        "protected-days": days(0, 2),
      },
      system: { "challenges-changed": share(0, 1), own: count(2) },
    },
  }),
  accepts("shropshire", "baseline", ["2017-12-05", "10:00"]),
]

const sheffield: Move[] = [
  ...evaluates("sheffield", "baseline", {
    begun: "2017-11-14",
    sent: ["2017-11-16", "10:00"],
    form: {
      beginning: { first: "2017-10-16", asOf: "2017-10-13" },
      people: { people: count(12), kept: share(11, 12), own: share(4, 12) },
      workers: {
        "challenges-formal": none("Not counted before January 2018 (invented)."),
        "challenges-meeting": none("Not counted before January 2018 (invented)."),
        "protected-days": days(1.5, 3),
      },
      system: {
        admissions: count(1),
        discharges: count(1),
        "challenges-changed": none("Not counted before January 2018 (invented)."),
      },
    },
  }),
  accepts("sheffield", "baseline", ["2017-11-20", "10:00"]),
]

const hertfordshire: Move[] = [
  ...evaluates("hertfordshire", "baseline", {
    begun: "2017-11-15",
    sent: ["2017-11-24", "16:10"],
    form: {
      beginning: { first: "2017-10-09", asOf: "2017-10-06" },
      people: { people: count(24), kept: share(21, 24), "settled-home": share(19, 24) },
      workers: {
        "challenges-formal": count(6),
        "challenges-meeting": count(14),
        "protected-days": days(1.5, 8),
      },
      system: {
        admissions: count(5),
        discharges: count(4),
        "challenges-changed": share(11, 20),
        own: share(5, 24),
      },
    },
  }),
  accepts("hertfordshire", "baseline", ["2017-12-06", "10:00"]),
]

const liverpoolSystem = { admissions: count(2), discharges: count(2) }

/** Sent late, and sent back in January: in the middle of the phase it waits for the site. */
const liverpool: Move[] = [
  ...evaluates("liverpool", "baseline", {
    begun: "2017-12-11",
    sent: ["2017-12-19", "11:00"],
    form: {
      beginning: { first: "2017-10-16", asOf: "2017-11-30" },
      people: { people: count(15), kept: share(14, 15) },
      workers: {
        "challenges-formal": count(0),
        "challenges-meeting": count(3),
        "protected-days": days(1, 3),
        own: count(9),
      },
      system: { ...liverpoolSystem, "challenges-changed": share(1, 3) },
    },
  }),
  move(
    "2018-01-04",
    "11:30",
    evaluator,
    reviews("liverpool", "baseline", "send-back", {
      sections: ["beginning", "workers"],
      note: "These are figures of the end of November. Please give those of before the first meeting. (invented)",
    }),
  ),
  sendsAgain("liverpool", "baseline", ["2018-01-22", "15:00"], {
    beginning: { asOf: "2017-10-13" },
    workers: { own: count(12) },
  }),
  accepts("liverpool", "baseline", ["2018-01-26", "11:00"]),
]

/** Where each site began, as it says (invented). */
export const baselines: Move[] = [
  ...halton,
  ...bradford,
  ...shropshire,
  ...sheffield,
  ...hertfordshire,
  ...liverpool,
]
