import { asksCover, coverQuestion } from "../../../shared/domain/calendar/cover.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { changesTo } from "../../../shared/domain/calendar/return-words.ts"
import { untilWords } from "../../../shared/domain/calendar/window.ts"
import { rolesAt } from "../../../shared/domain/people/actor.ts"
import { mayAtSite } from "../../../shared/domain/people/policy.ts"
import { StateOf } from "../../../shared/web/state.tsx"
import type { C } from "../desk.ts"
import { ReturnLinks, returnAt } from "./returns-links.tsx"
import { Changes } from "./returns-one.tsx"

type Props = { c: C; owed: Expected[]; coming: Expected[]; here: string }

/** What a site has to send now, and the next three things after that. */
export const Owed = ({ c, owed, coming, here }: Props) => {
  const now = c.var.world.now()
  return (
    <>
      <h2 class="govuk-heading-m">What is owed</h2>
      {owed.length === 0 && <p class="govuk-body">Nothing is owed now.</p>}
      {owed.map((one) => (
        <OwedNow c={c} one={one} />
      ))}
      <h2 class="govuk-heading-m">What comes next</h2>
      {coming.length === 0 && <p class="govuk-body">Nothing more is planned.</p>}
      {coming.slice(0, 3).map((one) => (
        <p class="govuk-body">
          <Titled one={one} />: {untilWords(one, now)}
          <Asked c={c} one={one} />
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={`${here}/returns`}>
          Every return, past and to come
        </a>
      </p>
    </>
  )
}

type One = { c: C; one: Expected }

const OwedNow = ({ c, one }: One) => {
  const { actor, world } = c.var
  const mine: string[] = rolesAt(actor, one.organisation)
  const waiting = one.stands?.state === "waiting" ? one.stands : undefined
  return (
    <section>
      <h3 class="govuk-heading-s">
        <Titled one={one} />
      </h3>
      <StateOf one={one} at={world.now()} />
      <Changes lines={changesTo(one, actor.id)} />
      {waiting?.waitingFor.some(({ role }) => mine.includes(role)) && (
        <ToSign at={`/organisations/${one.organisation}/submissions/${waiting.reference}`} />
      )}
      <ReturnLinks c={c} one={one} />
    </section>
  )
}

const Titled = ({ one }: { one: Expected }) => (
  <a class="govuk-link" href={returnAt(one)}>
    {one.title}
  </a>
)

/** The certifier's question, before the return is open. */
const Asked = ({ c, one }: One) =>
  asksCover(one, c.var.world.now()) && mayAtSite(c.var.actor, "answer cover", one.organisation) ? (
    <>
      {" "}
      <a class="govuk-link" href={`${returnAt(one)}/cover`}>
        {coverQuestion(one)}
      </a>
    </>
  ) : null

export const ToSign = ({ at }: { at: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`${at}/sign`}>
      Read it, and confirm or say not yet
    </a>
  </p>
)
