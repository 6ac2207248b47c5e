// What the municipality calls the levels; the national name where it has none of its own.
import type { Settings } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_words } from "../words/use_words.ts";

export const log_levels = [1, 2, 3] as const;
export type LogLevel = (typeof log_levels)[number];

export function use_level_names(): (level: number) => string {
  const { t } = use_words();
  const settings = use_load<Settings>("/v1/settings").data?.settings ?? [];
  return (level) => {
    const own = settings.find((setting) => setting.key === `level_name.${level}`)?.value;
    const national = log_levels.find((one) => one === level);
    return own || (national ? t(`level.${national}`) : String(level));
  };
}
