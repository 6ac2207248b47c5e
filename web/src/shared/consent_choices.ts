// What one may consent to. Labels are words: purpose.<id>, topic.<id>.
import type { ConsentInput } from "../api/names.ts";

/// Without these two no log is open to anybody.
export const purposes_of_log: ConsentInput["purposes"] = ["cooperation", "information_sharing"];
export const purposes: ConsentInput["purposes"] = [...purposes_of_log, "referral"];
export const topics: ConsentInput["topics"] = ["wellbeing", "school", "health", "family", "leisure", "development"];
