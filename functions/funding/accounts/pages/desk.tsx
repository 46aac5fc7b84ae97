import type { Child } from "hono/jsx"
import type { Waiting } from "../../../../shared/domain/funding/overview.ts"
import type { Summary } from "../../../../shared/domain/funding/summary.ts"
import { isAwarded, many } from "../../../../shared/domain/funding/waiting-words.ts"
import { type FundingRight, mayWithMoney } from "../../../../shared/domain/people/funding-policy.ts"
import { may } from "../../../../shared/domain/people/policy.ts"
import { dayWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { accountAt, paymentAt, recoveryAt, returnAt } from "../../../../shared/web/funding/addresses.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { actAt, intoPhaseAt } from "../addresses.ts"
import type { Overview } from "../overview.ts"

type Item = { says: Child; href?: string; name: string }
type Waits = { title: string; items: Item[] }

/** Everything that waits, each with the page on which it is done. Whoever may not do it reads it without the way there. */
export const Desk = ({ c, overview }: { c: C; overview: Overview }) => {
  const groups = waits(c, overview).filter(({ items }) => items.length > 0)
  return (
    <>
      <h2 class="govuk-heading-m">What waits</h2>
      {groups.length === 0 && <p class="govuk-body">Nothing waits in this phase.</p>}
      {groups.map(({ title, items }) => (
        <>
          <h3 class="govuk-heading-s">{title}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {items.map(({ says, href, name }) => (
              <li>
                {href ? (
                  <a class="govuk-link" href={href}>
                    {name}
                  </a>
                ) : (
                  name
                )}
                : {says}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

const waitsWords = ({ one, days, checked, asked }: Waiting): string => {
  const turn = asked
    ? "A question waits for the site."
    : checked
      ? "The coordinators have said that it is complete."
      : "The coordinators have not said yet that it is complete."
  return `${one.title}, sent ${days === 0 ? "today" : `${many(days, "working day")} ago`}. ${turn}`
}

const waits = (c: C, { phase, accounts, waiting, midPhases, notOffered, reserve }: Overview): Waits[] => {
  const { actor } = c.var
  const where = (right: FundingRight, href: string) => (mayWithMoney(actor, right) ? href : undefined)
  const of = (all: readonly Summary[], item: (one: Summary) => Item[]) => all.flatMap(item)
  const id = phase?.id ?? ""
  const home = (one: Summary) => accountAt(one.phase, one.organisation)
  const numbered = (
    numbers: (one: Summary) => number[],
    right: FundingRight,
    href: typeof paymentAt,
    says: (number: number) => string,
  ) =>
    of(accounts, (one) =>
      numbers(one).map((number) => ({
        name: one.name,
        says: says(number),
        href: where(right, href(one.phase, one.organisation, number)),
      })),
    )
  return [
    {
      title: "Returns that were sent and are not accepted",
      items: waiting.map((each) => ({
        name: each.one.name,
        says: `${waitsWords(each)}${isAwarded(each, accounts) ? "" : " It can be accepted once the site has accepted an offer."}`,
        href: may(actor, "read", each.one)
          ? returnAt(each.one.phase, each.one.organisation, each.reference)
          : undefined,
      })),
    },
    {
      title: "Payments that can be authorised",
      items: numbered(
        ({ ready }) => ready,
        "authorise payment",
        paymentAt,
        (number) => `payment ${number}`,
      ),
    },
    {
      title: "Payments with the payer",
      items: numbered(
        ({ withPayer }) => withPayer,
        "see money",
        paymentAt,
        (number) => `payment ${number}`,
      ),
    },
    {
      title: "Money to come back",
      items: [
        ...numbered(
          ({ toAsk }) => toAsk,
          "ask back",
          recoveryAt,
          (number) => `recovery ${number}, to be asked for`,
        ),
        ...numbered(
          ({ toApprove }) => toApprove,
          "approve recovery",
          recoveryAt,
          (number) => `recovery ${number}, to be approved by another person`,
        ),
        ...numbered(
          ({ toReceive }) => toReceive,
          "receive recovery",
          recoveryAt,
          (number) => `recovery ${number}, asked for and not received`,
        ),
      ],
    },
    {
      title: "Claims to be checked against the evidence",
      items: of(
        accounts.filter(({ toCheck }) => toCheck > 0),
        (one) => [{ name: one.name, says: many(one.toCheck, "claim"), href: home(one) }],
      ),
    },
    {
      title: "Sites in the middle of their pilot, to be decided about",
      items: of(midPhases.due, (one) => [
        {
          name: one.name,
          says: "continue, continue with changes, or stop",
          href: where("decide mid-phase", actAt("mid-phase", one.phase, one.organisation)),
        },
      ]),
    },
    {
      title: "Offers that are not answered",
      items: of(
        accounts.filter(({ state }) => state === "offered"),
        (one) => [
          {
            name: one.name,
            says: `${pounds(one.award)}${one.answerBy ? `, to be answered by ${dayWords(one.answerBy)}` : ""}`,
            href: home(one),
          },
        ],
      ),
    },
    {
      title: "Offers that were declined",
      items: of(
        accounts.filter(({ state }) => state === "declined"),
        (one) => [{ name: one.name, says: <Declined one={one} reserve={reserve} />, href: home(one) }],
      ),
    },
    {
      title: "Sites without an offer",
      items: notOffered.map(({ organisation, name, award }) => ({
        name,
        says: award === undefined ? "no award is recorded" : pounds(award),
        href: where("offer", actAt("offer", id, organisation)),
      })),
    },
  ]
}

const Declined = ({ one, reserve }: { one: Summary; reserve?: string }) => (
  <>
    {pounds(one.award)}. The money can be offered to the first on the reserve list
    {reserve ? (
      <>
        :{" "}
        <a class="govuk-link" href={intoPhaseAt(reserve)}>
          promote it
        </a>
      </>
    ) : (
      ", by the decision-maker"
    )}
    .
  </>
)
