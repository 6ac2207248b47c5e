// User name and password. A wrong pair gets one answer, whichever was wrong.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { FieldFault } from "../api/client.ts";
import { Form, missing } from "../shared/form.tsx";
import { TextField } from "../shared/fields.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";
import { use_session } from "./session.tsx";

export function LoginForm({ on_done }: { on_done?: () => void }) {
  const { t } = use_words();
  const { log_in } = use_session();
  const action = use_action();
  const [username, set_username] = useState("");
  const [password, set_password] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function submit() {
    const found = missing(t, { username: username.trim(), password });
    set_faults(found);
    if (found.length > 0) return action.clear();
    const done = await action.run(async () => {
      await log_in(username, password);
      return true;
    });
    if (done) on_done?.();
    else set_password("");
  }

  return (
    <Form problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <TextField name="username" label={t("login.username")} value={username} on_change={set_username} autocomplete="username" />
      <TextField
        name="password"
        label={t("login.password")}
        type="password"
        value={password}
        on_change={set_password}
        autocomplete="current-password"
      />
      <Button type="submit" loading={action.pending}>
        {t("login.submit")}
      </Button>
    </Form>
  );
}
