import type { Planned } from "../../../../shared/domain/funding/award-plan.ts"
import { headWords } from "../../../../shared/domain/funding/heads.ts"
import { conditionWords } from "../../../../shared/domain/funding/payment.ts"
import { type Profile, profileTotal, sumOf } from "../../../../shared/domain/funding/profile.ts"
import { quarterWords } from "../../../../shared/domain/funding/quarters.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"

export const PaymentsPlanned = ({ payments }: { payments: readonly Planned[] }) => (
  <Table
    caption="How it is paid"
    captionSize="m"
    head={[{ text: "Payment" }, { text: "Amount", numeric: true }, { text: "When" }]}
    rows={payments.map(({ amount, condition }, place) => [
      { content: String(place + 1) },
      { content: pounds(amount), numeric: true },
      { content: conditionWords(condition) },
    ])}
  />
)

/** When it is to be spent and on what: heads that have nothing are left out. */
export const ProfilePlanned = ({ profile }: { profile: Profile }) => {
  const heads = [...new Set(profile.flatMap(({ amounts }) => Object.keys(amounts)))].filter((head) =>
    profile.some(({ amounts }) => (amounts[head] ?? 0) !== 0),
  )
  return (
    <Table
      caption="When it is to be spent, and on what"
      captionSize="m"
      firstCellIsHeader
      small
      head={[
        { text: "Head of cost" },
        ...profile.map(({ to }) => ({ text: quarterWords(to), numeric: true })),
        { text: "Total", numeric: true },
      ]}
      rows={[
        ...heads.map((head) => [
          { content: headWords(head) },
          ...profile.map(({ amounts }) => ({ content: pounds(amounts[head] ?? 0), numeric: true })),
          {
            content: pounds(profile.reduce((sum, { amounts }) => sum + (amounts[head] ?? 0), 0)),
            numeric: true,
          },
        ]),
        [
          { content: "Total" },
          ...profile.map(({ amounts }) => ({ content: pounds(sumOf(amounts)), numeric: true })),
          { content: pounds(profileTotal(profile)), numeric: true },
        ],
      ]}
    />
  )
}
