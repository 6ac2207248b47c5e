// Talks to the server. Every answer that is not a success becomes a Problem; a server that cannot be
// reached is a Problem with code "no_connection", so that callers meet one kind of error only.

export interface FieldFault {
  path: string;
  code: string;
  message: string;
}

interface ProblemBody {
  title?: string;
  status?: number;
  code?: string;
  reference?: string;
  fields?: FieldFault[];
  current?: unknown;
}

export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly reference: string | undefined;
  readonly fields: FieldFault[];
  readonly current: unknown;

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? "");
    this.code = body.code ?? "internal";
    this.status = status;
    this.reference = body.reference;
    this.fields = body.fields ?? [];
    this.current = body.current;
  }
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

let csrf = "";
let language = "nb";
let log_in_again: (() => Promise<boolean>) | null = null;

export function use_csrf(token: string): void {
  csrf = token;
}

export function use_request_language(code: string): void {
  language = code;
}

/// What to do when a session has ended in the middle of work: asks the person to log in again, and
/// answers whether the request is to be sent once more.
export function when_login_required(ask: (() => Promise<boolean>) | null): void {
  log_in_again = ask;
}

async function exchange(method: Method, path: string, body: unknown, stop?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { "Accept-Language": language, Accept: "application/json" };
  if (method !== "GET" && csrf) headers["X-Samvei-Csrf"] = csrf;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(stop ? { signal: stop } : {}),
    });
  } catch {
    throw new Problem(0, { code: "no_connection" });
  }
}

async function problem_of(response: Response): Promise<Problem> {
  try {
    return new Problem(response.status, (await response.json()) as ProblemBody);
  } catch {
    const code = response.status >= 500 ? "service_unavailable" : "internal";
    return new Problem(response.status, { code });
  }
}

async function request<T>(method: Method, path: string, body?: unknown, stop?: AbortSignal): Promise<T> {
  let response = await exchange(method, path, body, stop);
  if (response.status === 401 && path !== "/v1/session" && log_in_again && (await log_in_again())) {
    response = await exchange(method, path, body, stop);
  }
  if (!response.ok) throw await problem_of(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

export const api = {
  get: <T>(path: string) => request<T>("GET", path),
  /// With `stop` the asking can be given up; then it fails like a lost connection.
  post: <T>(path: string, body?: unknown, stop?: AbortSignal) => request<T>("POST", path, body ?? {}, stop),
  put: <T>(path: string, body: unknown) => request<T>("PUT", path, body),
  remove: <T>(path: string) => request<T>("DELETE", path),
};

/// The problem in anything that was thrown; a fault of our own is shown as "internal".
export function problem_from(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  console.error(thrown);
  return new Problem(500, { code: "internal" });
}
