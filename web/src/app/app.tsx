// Every page of the app and its path. Read this to know what there is.
import { lazy, Suspense } from "react";
import { BrowserRouter, Navigate, Outlet, Route, Routes, useLocation } from "react-router";
import { DutyProvider } from "../duty/duty.tsx";
import { ExpiredWindow, LoginPage } from "../session/login_page.tsx";
import { use_session } from "../session/session.tsx";
import { ProblemPage, Waiting } from "../shared/loading.tsx";
import { Problem } from "../api/client.ts";
import { Frame } from "./frame.tsx";
import { PageBoundary } from "./page_boundary.tsx";

const WorkbenchPage = lazy(() => import("../workbench/workbench_page.tsx"));
const NewConcernPage = lazy(() => import("../early_concern/new_concern_page.tsx"));
const ConcernPage = lazy(() => import("../early_concern/concern_page.tsx"));
const OpenLogPage = lazy(() => import("../open_log/open_log_page.tsx"));
const FollowUpPage = lazy(() => import("../follow_up/follow_up_page.tsx"));
const BreaksPage = lazy(() => import("../leader/breaks_page.tsx"));
const CoveragePage = lazy(() => import("../coverage/coverage_page.tsx"));
const ExchangePage = lazy(() => import("../exchange/exchange_page.tsx"));
const SettingsPage = lazy(() => import("../leader/settings_page.tsx"));
const PathwaysPage = lazy(() => import("../adapt/pathways_page.tsx"));
const PathwayPage = lazy(() => import("../adapt/pathway_page.tsx"));
const AdaptPage = lazy(() => import("../adapt/adapt_page.tsx"));
const OffersPage = lazy(() => import("../offers/offers_page.tsx"));
const OfferPage = lazy(() => import("../offers/offer_page.tsx"));
const RemindersPage = lazy(() => import("../reminders/reminders_page.tsx"));
const GuidePage = lazy(() => import("../guide/guide_page.tsx"));
const FamilyStartPage = lazy(() => import("../family/family_start_page.tsx"));
const FamilyPage = lazy(() => import("../family/family_page.tsx"));

export function App() {
  return (
    <BrowserRouter basename="/app">
      <Routes>
        <Route path="/login" element={<LoginPage />} />
        <Route element={<BehindLogin />}>
          <Route index element={<StartPage />} />
          <Route path="/guide" element={<GuidePage />} />
          <Route element={<Staff />}>
            <Route path="/workbench" element={<WorkbenchPage />} />
            <Route path="/early-concerns/new" element={<NewConcernPage />} />
            <Route path="/early-concerns/:early_concern" element={<ConcernPage />} />
            <Route path="/early-concerns/:early_concern/open-log" element={<OpenLogPage />} />
            <Route path="/open-log" element={<OpenLogPage />} />
            <Route path="/follow-ups/:follow_up/*" element={<FollowUpPage />} />
            <Route path="/pathways" element={<PathwaysPage />} />
            <Route path="/pathways/:pathway" element={<PathwayPage />} />
            <Route path="/pathways/:pathway/adapt/*" element={<AdaptPage />} />
            <Route path="/offers" element={<OffersPage />} />
            <Route path="/offers/:offer/*" element={<OfferPage />} />
            <Route path="/breaks" element={<BreaksPage />} />
            <Route path="/coverage/*" element={<CoveragePage />} />
            <Route path="/exchange" element={<ExchangePage />} />
            <Route path="/settings" element={<SettingsPage />} />
            <Route path="/reminders" element={<RemindersPage />} />
          </Route>
          <Route element={<Family />}>
            <Route path="/family" element={<FamilyStartPage />} />
            <Route path="/family/:follow_up/*" element={<FamilyPage />} />
          </Route>
          <Route path="*" element={<ProblemPage problem={new Problem(404, { code: "not_found" })} />} />
        </Route>
      </Routes>
      <ExpiredWindow />
    </BrowserRouter>
  );
}

function BehindLogin() {
  const { session, problem, loading, retry } = use_session();
  const { pathname, search } = useLocation();
  if (session) {
    return (
      <DutyProvider>
        <Frame>
          <PageBoundary path={pathname}>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </PageBoundary>
        </Frame>
      </DutyProvider>
    );
  }
  if (problem) return <ProblemPage problem={problem} on_retry={retry} />;
  if (loading) return <Waiting />;
  return <Navigate to="/login" state={{ from: pathname === "/" ? undefined : pathname + search }} replace />;
}

function StartPage() {
  const { acting } = use_session();
  return <Navigate to={acting?.role === "family" ? "/family" : "/workbench"} replace />;
}

/// Pages of staff; a family that ends up here by an old address is led home.
function Staff() {
  const { acting } = use_session();
  return acting?.role === "family" ? <Navigate to="/family" replace /> : <Outlet />;
}

function Family() {
  const { acting } = use_session();
  return acting?.role === "family" ? <Outlet /> : <Navigate to="/workbench" replace />;
}
