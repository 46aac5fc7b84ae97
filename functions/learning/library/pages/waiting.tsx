import { topics } from "../../../../shared/domain/coaching/session-kinds.ts"
import { decidingForm } from "../../../../shared/domain/learning/deciding-form.ts"
import { type Idea, learningLevels } from "../../../../shared/domain/learning/idea.ts"
import { tagsIn } from "../../../../shared/domain/learning/library.ts"
import { fromWords } from "../../../../shared/domain/learning/offering.ts"
import type { Event } from "../../../../shared/domain/submissions/event.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { learningAt } from "../../../../shared/web/coaching/addresses.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { Doubts } from "../../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { History } from "../../../../shared/web/programme/history.tsx"
import { oneWaitingAt, waitingAt } from "../../addresses.ts"
import { type C, siteName } from "../../here.ts"

/** What waits for a coordinator, the oldest first, each with where it comes from. */
export const WaitingPage = ({ c, all }: { c: C; all: Idea[] }) => (
  <Page c={c} title="Ideas that wait for you" back={{ href: learningAt, text: "What sites have learned" }}>
    <h1 class="govuk-heading-l">Ideas that wait for you</h1>
    <p class="govuk-body-l" data-first-line>
      {all.length === 0
        ? "No idea waits for you. What a site or a practitioner offers comes here at once."
        : `${all.length} ${all.length === 1 ? "idea waits" : "ideas wait"}, the oldest first. Nobody else has read ${all.length === 1 ? "it" : "them"}.`}
    </p>
    {all.map((one) => (
      <section class="row-of-many">
        <p class="govuk-body answer">{one.text}</p>
        <About c={c} one={one} />
        <p class="govuk-body">
          <a class="govuk-link" href={oneWaitingAt(one.id)}>
            Decide<span class="govuk-visually-hidden"> about: {one.text}</span>
          </a>
        </p>
      </section>
    ))}
  </Page>
)

const About = ({ c, one }: { c: C; one: Idea }) => (
  <p class="govuk-body-s">
    {fromWords(one, (organisation) => siteName(c, organisation))} Offered{" "}
    {stampWords(new Date(one.offered.at))}, for: {learningLevels[one.wanted].toLowerCase()}.
    {one.tags.length > 0 &&
      ` About: ${tagsIn(one.tags)
        .map((tag) => topics[tag])
        .join(", ")}.`}
    <span class="beside">You alone see where it comes from.</span>
  </p>
)

/** One of them: shared with every site, with everybody, or left with why. */
export const DecidePage = ({ c, one, tried }: { c: C; one: Idea; tried?: Tried }) => (
  <FormPage
    c={c}
    section={decidingForm(one)}
    action={oneWaitingAt(one.id)}
    back={{ href: waitingAt, text: "Ideas that wait for you" }}
    button="Decide"
    keyed
    entries={{ words: one.text }}
    tried={tried}
    before={
      <InsetText>
        <span class="answer">{one.text}</span>
        <About c={c} one={one} />
      </InsetText>
    }
    after={<Doubts tried={tried} />}
  />
)

const moves: Record<string, string> = {
  "share community": "Shared with every site",
  "share public": "Shared with everybody",
  leave: "Left",
  withdraw: "Withdrawn",
  "take back": "Taken back by whoever offered it",
}

/** What was decided about ideas. */
export const DecidedPage = ({ c, lines }: { c: C; lines: (Event & { note?: string })[] }) => (
  <Page c={c} title="What coordinators decided" back={{ href: learningAt, text: "What sites have learned" }}>
    <h1 class="govuk-heading-l">What coordinators decided</h1>
    <History lines={lines} words={(move) => moves[move] ?? move} />
  </Page>
)
