import type { Child } from "hono/jsx"
import type { QuestionType } from "../../form/question.ts"
import { Declared, OneOf, Several } from "./choosing.tsx"
import type { ControlProps } from "./field.tsx"
import { Amount, Decimal, Line, Lines, Whole } from "./lines.tsx"
import { Measured } from "./measured.tsx"
import { MoneyGrid } from "./money-grid.tsx"
import { Rows } from "./rows.tsx"
import { Counted, Day, Staff } from "./several-fields.tsx"

/** One control for each type of question: the compiler asks for a new type's. */
const controls: Record<QuestionType, (props: ControlProps) => Child> = {
  text: Line,
  longText: Lines,
  money: Amount,
  wholeNumber: Whole,
  decimal: Decimal,
  count: Counted,
  date: Day,
  choice: OneOf,
  choices: Several,
  yesNo: (props) => <OneOf {...props} inline={!props.follows} />,
  person: Staff,
  repeated: (props) => <Rows {...props} Control={Control} />,
  moneyGrid: MoneyGrid,
  declaration: Declared,
  figure: Measured,
}

export const Control = (props: ControlProps): Child => controls[props.question.type](props)
