// Who may adapt pathways: leaders and BTI coordinators. The others read.
import { use_person } from "../session/session.tsx";

export function use_overseer(): boolean {
  const role = use_person().acting?.role;
  return role === "leader" || role === "bti_coordinator";
}
