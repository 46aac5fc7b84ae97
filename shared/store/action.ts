export type Key = { pk: string; sk: string }
export type Item = Key & Record<string, unknown>

/** What must hold for an action: the item is not there yet, is there, has these values, or is there without this one. */
export type When = "new" | "there" | { is: Record<string, string | number> } | { lacks: string }

export type Action =
  | { put: Item; when?: When }
  | { remove: Key; when?: When }
  | { check: Key; when: When }
  /** A value that is undefined takes the attribute away. */
  | { set: Key & Record<string, unknown>; adds?: Record<string, number>; when?: When }

export const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk })

/** An action in DynamoDB's own words. */
export const written = (action: Action, TableName: string) => {
  if ("put" in action) return { Put: { TableName, Item: action.put, ...condition(action.when) } }
  if ("remove" in action)
    return { Delete: { TableName, Key: keyOf(action.remove), ...condition(action.when) } }
  if ("check" in action)
    return { ConditionCheck: { TableName, Key: keyOf(action.check), ...held(action.when) } }
  const { pk, sk, ...all } = action.set
  const values = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  const names = Object.keys(values)
  const adds = action.adds ?? {}
  const gone = Object.keys(all).filter((name) => all[name] === undefined)
  const { ExpressionAttributeNames, ExpressionAttributeValues, ...rest } = condition(action.when)
  return {
    Update: {
      TableName,
      Key: { pk, sk },
      UpdateExpression: [
        ...(names.length ? [`set ${names.map((_, at) => `#s${at} = :s${at}`).join(", ")}`] : []),
        ...Object.keys(adds).map((_, at) => `add #a${at} :a${at}`),
        ...(gone.length ? [`remove ${gone.map((_, at) => `#g${at}`).join(", ")}`] : []),
      ].join(" "),
      ExpressionAttributeNames: {
        ...Object.fromEntries(names.map((one, at) => [`#s${at}`, one])),
        ...Object.fromEntries(gone.map((one, at) => [`#g${at}`, one])),
        ...Object.fromEntries(Object.keys(adds).map((one, at) => [`#a${at}`, one])),
        ...ExpressionAttributeNames,
      },
      ExpressionAttributeValues: {
        ...Object.fromEntries(names.map((one, at) => [`:s${at}`, values[one]])),
        ...Object.fromEntries(Object.values(adds).map((one, at) => [`:a${at}`, one])),
        ...ExpressionAttributeValues,
      },
      ...rest,
    },
  }
}

type Condition = {
  ConditionExpression: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
}

const condition = (when: When | undefined): Partial<Condition> => (when ? held(when) : {})

const held = (when: When): Condition => {
  if (when === "new") return { ConditionExpression: "attribute_not_exists(pk)" }
  if (when === "there") return { ConditionExpression: "attribute_exists(pk)" }
  if ("lacks" in when)
    return {
      ConditionExpression: "attribute_exists(pk) and attribute_not_exists(#lacks)",
      ExpressionAttributeNames: { "#lacks": when.lacks },
    }
  const names = Object.keys(when.is)
  return {
    ConditionExpression: names.map((_, at) => `#w${at} = :w${at}`).join(" and "),
    ExpressionAttributeNames: Object.fromEntries(names.map((one, at) => [`#w${at}`, one])),
    ExpressionAttributeValues: Object.fromEntries(names.map((one, at) => [`:w${at}`, when.is[one]])),
  }
}
