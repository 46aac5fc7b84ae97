import { headsOf, headWords } from "../../../shared/domain/funding/heads.ts"
import { type Profile, sumOf } from "../../../shared/domain/funding/profile.ts"
import { quarterWords } from "../../../shared/domain/funding/quarters.ts"
import { pounds } from "../../../shared/values/money.ts"
import { Table } from "../../../shared/web/govuk/table.tsx"

/** When an award is to be spent, by quarter; by head of cost too where there are several. */
export const ProfileTable = ({ profile }: { profile: Profile }) => {
  const used = new Set(profile.flatMap(({ amounts }) => Object.keys(amounts)))
  const known = [...headsOf("light"), ...headsOf("full")].map(({ id }) => id)
  const heads = [...new Set([...known.filter((id) => used.has(id)), ...used])]
  const many = heads.length > 1
  return (
    <Table
      caption="When it is to be spent"
      captionSize="m"
      firstCellIsHeader
      small={many}
      head={[
        { text: many ? "Head of cost" : "Quarter" },
        ...(many
          ? [
              ...profile.map(({ to }) => ({ text: quarterWords(to), numeric: true })),
              { text: "All", numeric: true },
            ]
          : [{ text: "Amount", numeric: true }]),
      ]}
      rows={
        many
          ? heads.map((head) => [
              { content: headWords(head) },
              ...profile.map(({ amounts }) => ({ content: pounds(amounts[head] ?? 0), numeric: true })),
              {
                content: pounds(profile.reduce((sum, { amounts }) => sum + (amounts[head] ?? 0), 0)),
                numeric: true,
              },
            ])
          : profile.map(({ to, amounts }) => [
              { content: quarterWords(to) },
              { content: pounds(sumOf(amounts)), numeric: true },
            ])
      }
    />
  )
}
