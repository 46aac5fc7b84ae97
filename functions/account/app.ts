import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { departmentSignIn } from "./sign-in/routes.ts"

/** Nobody is known here before their department has said who they are. */
export const accountApp = (world: World) => {
  const app = serviceApp(world)
  app.route("/", departmentSignIn(world))
  return app
}
